/**
 * The `noise` section.
 */
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Game, NoiseKind, Player } from '../game/game.js';
import { type Ledger, notKnown, report } from './ledger.js';
import { inside, readFormula, readRecord } from './read.js';
import { describe, type Source } from './source.js';

const kinds: readonly NoiseKind[] = ['replicator', 'demographic', 'multiplicative', 'none'];
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
  const kind = readKind(fields.get('kind')?.value, ledger);
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

function readKind(source: Source | undefined, ledger: Ledger): NoiseKind {
  if (source === undefined) return 'replicator';
  const place = { path: 'noise.kind', place: 'noise kind' };
  const found = source.kind === 'scalar' ? source.value : undefined;
  const kind = kinds.find((known) => known === found);
  if (kind !== undefined) return kind;
  if (typeof found === 'string') report(ledger, source, place, notKnown('unknown-name', 'noise kind', found, kinds));
  else report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: kinds.join(', ') });
  return 'replicator';
}
