/**
 * The `noise` section.
 */
import { noises } from '../equation/noise/noise.js';
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Game, Player } from '../game/game.js';
import { type Ledger, report } from './ledger.js';
import { inside, readFormula, readRecord, readWord } from './read.js';
import type { Source } from './source.js';

const zero: Expression = { kind: 'number', value: 0, at: 0 };

/**
 * Noise kind, by default `replicator`, and one intensity per player. Without the section there is no noise. With kind
 * `none` intensities may be left standing in the file; they are checked and then count as 0.
 */
export function readNoise(
  source: Source | undefined,
  players: readonly Player[],
  scope: Scope,
  ledger: Ledger,
): Game['noise'] {
  const place = { path: 'noise', place: 'noise' };
  const silent = { kind: 'none', sigma: players.map(() => zero) } as const;
  if (source === undefined) return silent;
  const fields = readRecord(source, place, ledger, { required: [], optional: ['kind', 'sigma'] });
  const kind =
    readWord(fields.get('kind')?.value, noises, { path: 'noise.kind', place: 'noise kind' }, ledger) ?? 'replicator';
  const sigma = fields.get('sigma')?.value;
  if (sigma === undefined) {
    if (kind !== 'none' && source.kind === 'map') {
      report(ledger, source, place, { code: 'missing-key', found: 'no sigma', expected: 'the key "sigma"' });
    }
    return silent;
  }
  const entries = readRecord(sigma, inside(place, 'sigma', 'noise intensities'), ledger, {
    required: players.map((player) => player.name),
  });
  const expressions = players.map(({ name }) => {
    const formula = entries.get(name)?.value;
    const own = { path: `noise.sigma.${name}`, place: `noise intensity of player ${name}` };
    return (formula && readFormula(formula, own, ledger, scope)) ?? zero;
  });
  return kind === 'none' ? silent : { kind, sigma: expressions };
}
