/**
 * The `scenarios` section, and the spelling of identifiers of games and scenarios.
 */
import { isReserved, longestName } from '../expression/names.js';
import type { Game, Parameter } from '../game/game.js';
import type { Place } from '../game/place.js';
import { type Ledger, notKnown, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, inside, readMap, readNumber } from './read.js';
import type { Mark, Source } from './source.js';

/** Parameter values by scenario. */
export function readScenarios(source: Source, parameters: readonly Parameter[], ledger: Ledger): Game['scenarios'] {
  const place = { path: 'scenarios', place: 'scenarios' };
  const entries = readMap(source, place, ledger, 'a map from scenario to parameter values');
  if (!checkCount(entries.size, gameLimits.scenarios, 'scenarios', source, place, ledger)) return {};
  const known = parameters.map((parameter) => parameter.name);
  const knownSet = new Set(known);
  const scenarios = [...entries.values()].map((entry) => {
    const own = inside(place, entry.key, `scenario ${entry.key}`);
    checkIdentifier(entry.key, entry, own, ledger);
    const values = [...readMap(entry.value, own, ledger, 'a map from parameter to value').values()].flatMap((field) => {
      if (!knownSet.has(field.key)) report(ledger, field, own, notKnown('unknown-name', 'parameter', field.key, known));
      const value = readNumber(field.value, inside(own, field.key, `${own.place}, ${field.key}`), ledger);
      return value === undefined ? [] : [[field.key, value] as const];
    });
    return [entry.key, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(scenarios);
}

const spelling = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** A fault where an identifier, such as `data-sharing`, is not letters, digits, "-" and "_". */
export function checkIdentifier(
  name: string,
  source: { readonly mark?: Mark | undefined },
  place: Place,
  ledger: Ledger,
): void {
  if (spelling.test(name) && name.length <= longestName && !isReserved(name)) return;
  const found = `the identifier ${JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}...` : name)}`;
  const expected = `letters, digits, "-" and "_", ${longestName} characters at most, no reserved word`;
  report(ledger, source, place, { code: 'bad-name', found, expected });
}
