/**
 * The `regimes` section: Markov switching of parameter values.
 */
import { rateOfRegimes } from '../equation/regimes.js';
import type { Expression } from '../expression/expression.js';
import type { EnvironmentState, Parameter, Regime } from '../game/game.js';
import { regimePlace } from '../game/place.js';
import { type Ledger, notKnown, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, checkName, inside, readFormula, readMap, readRecord, readText } from './read.js';
import { claim } from './read-parameters.js';
import type { Source } from './source.js';

const place = { path: 'regimes', place: 'regimes' };
const zero: Expression = { kind: 'number', value: 0, at: 0 };

/** What the section gives: regimes, the states of their chain, and its rates. */
export interface RegimesSection {
  readonly regimes: readonly Regime[];
  readonly states: readonly EnvironmentState[];
  readonly numbers: Readonly<Record<string, Expression>>;
}

/**
 * Regimes in written order, of which the first is that at the start. Values and rates are formulas of parameters, which have their own
 * values in them.
 */
export function readRegimes(
  source: Source | undefined,
  parameters: readonly Parameter[],
  taken: Map<string, string>,
  ledger: Ledger,
): RegimesSection {
  const none = { regimes: [], states: [], numbers: {} };
  if (source === undefined) return none;
  const entries = readMap(source, place, ledger, 'a map from name to regime');
  if (!checkCount(entries.size, gameLimits.regimes, 'regimes', source, place, ledger)) return none;
  const names = [...entries.keys()];
  if (source.kind === 'map' && names.length < 2)
    report(ledger, source, place, { code: 'bad-value', found: `${names.length} regimes`, expected: 'two or more' });
  const known = parameters.map(({ name }) => name);
  const scope = { names: new Set(known) };
  const numbers: Record<string, Expression> = {};
  const regimes = [...entries.values()].map((entry, from): Regime => {
    const own = inside(place, entry.key, `regime ${entry.key}`);
    checkName(entry.key, entry, own, ledger);
    claim(entry.key, 'a regime', entry, own, taken, ledger);
    const fields = readRecord(entry.value, own, ledger, { required: [], optional: ['values', 'to', 'title'] });
    const formulas = (field: 'values' | 'to', what: string, allowed: readonly string[]): [string, Expression][] => {
      const given = fields.get(field)?.value;
      const inner = inside(own, field, `${field} of regime ${entry.key}`);
      const map = given ? readMap(given, inner, ledger, `a map from ${what} to formula`) : new Map<string, never>();
      return [...map.values()].flatMap(({ key, value, ...rest }): [string, Expression][] => {
        if (!allowed.includes(key)) report(ledger, rest, inner, notKnown('unknown-name', what, key, allowed));
        const expression = readFormula(value, regimePlace(entry.key, field, key), ledger, scope);
        return expression === undefined || !allowed.includes(key) ? [] : [[key, expression]];
      });
    };
    const others = names.filter((name) => name !== entry.key);
    const rates = formulas('to', 'other regime', others);
    const to = fields.get('to')?.value;
    if (from === 0 && (to === undefined || (to.kind === 'map' && to.entries.length === 0)) && names.length > 1)
      report(ledger, entry, own, {
        code: 'missing-key',
        found: 'no rates out of the first regime',
        expected: 'the key "to" with one or more',
      });
    for (const [to, rate] of rates) numbers[rateOfRegimes(from, names.indexOf(to))] = rate;
    const title = fields.get('title')?.value;
    const words = title && readText(title, inside(own, 'title', `title of regime ${entry.key}`), ledger);
    const values = Object.fromEntries(formulas('values', 'parameter', known));
    return { name: entry.key, ...(words !== undefined && { title: words }), values };
  });
  if (names.length > 1 && !regimes.some(({ values }) => Object.keys(values).length > 0))
    report(ledger, source, place, {
      code: 'missing-key',
      found: 'regimes without values',
      expected: 'values in one of them',
    });
  const still = { initial: zero, rate: zero, noise: zero, range: [0, 1], regime: true } as const;
  const states = regimes.slice(1).map(({ name, title }) => ({ name, ...(title !== undefined && { title }), ...still }));
  return { regimes, states, numbers };
}
