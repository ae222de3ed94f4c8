/**
 * The `where` section: named sub-expressions, put in order of dependence.
 */
import type { Scope } from '../expression/scope.js';
import type { SubExpression } from '../game/game.js';
import { orderWhere } from '../game/where.js';
import { type Ledger, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, checkName, inside, readFormula, readMap } from './read.js';
import { claim } from './read-parameters.js';
import type { Source } from './source.js';

/** What the section gives to the sections after it. */
export interface WhereSection {
  readonly where: SubExpression[];
  /** All names of the section, those with faults too. */
  readonly names: readonly string[];
}

/**
 * Sub-expressions, each after those it uses. A name that uses itself, directly or through others, is a fault.
 * @param scope What they may use besides each other.
 * @param taken Names already used, with what for.
 */
export function readWhere(source: Source, scope: Scope, taken: Map<string, string>, ledger: Ledger): WhereSection {
  const place = { path: 'where', place: 'where' };
  const entries = readMap(source, place, ledger, 'a map from name to expression');
  if (!checkCount(entries.size, gameLimits.where, 'names', source, place, ledger)) return { where: [], names: [] };
  const names = [...entries.keys()];
  const wider: Scope = { ...scope, names: new Set([...scope.names, ...names]) };
  const written: SubExpression[] = [];
  for (const entry of entries.values()) {
    const own = inside(place, entry.key, `where ${entry.key}`);
    checkName(entry.key, entry, own, ledger);
    claim(entry.key, 'a name of the where section', entry, own, taken, ledger);
    const expression = readFormula(entry.value, own, ledger, wider);
    if (expression !== undefined) written.push({ name: entry.key, expression });
  }
  const { ordered, cyclic } = orderWhere(written);
  for (const name of cyclic) {
    const finding = {
      code: 'cycle',
      found: `"${name}", which needs its own value`,
      expected: 'names without a cycle',
    } as const;
    report(ledger, entries.get(name)!, inside(place, name, `where ${name}`), finding);
  }
  return { where: ordered, names };
}
