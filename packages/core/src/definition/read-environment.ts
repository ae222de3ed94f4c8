/**
 * The `environment` section: states that are not shares, such as a resource or a stock.
 */
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { EnvironmentState } from '../game/game.js';
import { type Ledger, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, checkName, inside, readFormula, readMap, readRecord, readText } from './read.js';
import { claim, readRange } from './read-parameters.js';
import type { Source } from './source.js';

const place = { path: 'environment', place: 'environment' };
const zero: Expression = { kind: 'number', value: 0, at: 0 };

/** Names of the states, so that formulas before the section's own can use them. */
export function readStateNames(source: Source | undefined, taken: Map<string, string>, ledger: Ledger): string[] {
  if (source === undefined) return [];
  const entries = readMap(source, place, ledger, 'a map from name to state');
  if (!checkCount(entries.size, gameLimits.states, 'states', source, place, ledger)) return [];
  for (const entry of entries.values()) {
    const own = inside(place, entry.key, `state ${entry.key}`);
    checkName(entry.key, entry, own, ledger);
    claim(entry.key, 'a state of the environment', entry, own, taken, ledger);
  }
  return [...entries.keys()];
}

/**
 * States in written order, each with its range, where it starts, its rate of change and the intensity of its noise, by default none.
 * @param scope What rates and noise may use; `plain` what starts may.
 */
export function readEnvironment(
  source: Source | undefined,
  scope: Scope,
  plain: Scope,
  ledger: Ledger,
): EnvironmentState[] {
  if (source?.kind !== 'map') return [];
  return source.entries.flatMap(({ key, value }) => {
    const own = inside(place, key, `state ${key}`);
    const keys = { required: ['initial', 'rate', 'range'], optional: ['noise', 'title'] };
    const fields = readRecord(value, own, ledger, keys);
    const formula = (field: string, allowed: Scope) => {
      const given = fields.get(field)?.value;
      return given && readFormula(given, inside(own, field, `${field} of state ${key}`), ledger, allowed);
    };
    const span = fields.get('range')?.value;
    const range = span && readRange(span, inside(own, 'range', `range of state ${key}`), ledger);
    const title = fields.get('title')?.value;
    const words = title && readText(title, inside(own, 'title', `title of state ${key}`), ledger);
    const [initial, rate] = [formula('initial', plain), formula('rate', scope)];
    if (range === undefined || initial === undefined || rate === undefined) return [];
    if (initial.kind === 'number' && (initial.value < range[0] || initial.value > range[1])) {
      const expected = `a value in its range, ${range[0]} to ${range[1]}`;
      const found = `a start of ${initial.value}`;
      report(ledger, value, inside(own, 'initial', own.place), { code: 'bad-range', found, expected });
    }
    const noise = formula('noise', scope) ?? zero;
    return [{ name: key, ...(words !== undefined && { title: words }), initial, rate, noise, range }];
  });
}
