/**
 * The `noise` section.
 */
import { boundaries } from '../equation/noise/contract.js';
import { correlationName, memoryName, noises } from '../equation/noise/noise.js';
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Game, Player } from '../game/game.js';
import { type Ledger, report } from './ledger.js';
import { inside, readFormula, readRecord, readWord } from './read.js';
import { readSquare } from './read-dynamics.js';
import { describe, type Source, type SourceEntry } from './source.js';

const zero: Expression = { kind: 'number', value: 0, at: 0 };
const place = { path: 'noise', place: 'noise' };
const optional = ['kind', 'sigma', 'boundary', 'reading', 'common', 'correlation', 'memory'];

/** What the section gives: the noise, and the numbers of a correlation. */
export interface NoiseSection {
  readonly noise: Game['noise'];
  readonly numbers: Readonly<Record<string, Expression>>;
}

/**
 * Noise kind, by default `replicator`, one intensity per player or one for all, and how it is read. Without the section there is no
 * noise. With kind `none` the rest may be left standing in the file; it is checked and then of no effect.
 * @param scope What intensities may use, shares too.
 * @param plain What correlations may use, no shares.
 */
export function readNoise(
  source: Source | undefined,
  players: readonly Player[],
  scope: Scope,
  plain: Scope,
  ledger: Ledger,
): NoiseSection {
  const silent = { noise: { kind: 'none', sigma: players.map(() => zero) }, numbers: {} } as const;
  if (source === undefined) return silent;
  const fields = readRecord(source, place, ledger, { required: [], optional });
  const word = <Word extends string>(key: string, table: Readonly<Record<Word, unknown>>) =>
    readWord(fields.get(key)?.value, table, inside(place, key, `noise ${key}`), ledger);
  const kind = word('kind', noises) ?? 'replicator';
  const boundary = word('boundary', Object.fromEntries(boundaries.map((name) => [name, name])));
  const reading = word('reading', { ito: 0, stratonovich: 0 });
  const shared = readShared(fields, players, plain, ledger);
  const given = fields.get('memory')?.value;
  const memory = given && readFormula(given, inside(place, 'memory', 'noise memory'), ledger, plain);
  const sigma = fields.get('sigma')?.value;
  if (sigma === undefined) {
    if (kind !== 'none' && source.kind === 'map') {
      report(ledger, source, place, { code: 'missing-key', found: 'no sigma', expected: 'the key "sigma"' });
    }
    return silent;
  }
  const intensities = readIntensities(sigma, players, scope, ledger);
  if (kind === 'none') return silent;
  return {
    noise: {
      kind,
      sigma: intensities,
      ...(boundary !== undefined && { boundary: boundary as NonNullable<Game['noise']['boundary']> }),
      ...(reading === 'stratonovich' && { reading }),
      ...(shared.correlation !== undefined && { correlation: shared.correlation }),
    },
    numbers: { ...shared.numbers, ...(memory !== undefined && { [memoryName]: memory }) },
  };
}

/** One intensity by player, or one formula for all. */
function readIntensities(sigma: Source, players: readonly Player[], scope: Scope, ledger: Ledger): Expression[] {
  const own = inside(place, 'sigma', 'noise intensities');
  if (sigma.kind === 'scalar') {
    const formula = readFormula(sigma, own, ledger, scope) ?? zero;
    return players.map(() => formula);
  }
  const entries = readRecord(sigma, own, ledger, { required: players.map((player) => player.name) });
  return players.map(({ name }) => {
    const formula = entries.get(name)?.value;
    const where = { path: `noise.sigma.${name}`, place: `noise intensity of player ${name}` };
    return (formula && readFormula(formula, where, ledger, scope)) ?? zero;
  });
}

/** `common: true`, or a correlation matrix by player. */
function readShared(
  fields: ReadonlyMap<string, SourceEntry>,
  players: readonly Player[],
  scope: Scope,
  ledger: Ledger,
): Pick<NoiseSection, 'numbers'> & { readonly correlation?: 'common' | 'matrix' } {
  const common = fields.get('common')?.value;
  const matrix = fields.get('correlation')?.value;
  const isCommon = common?.kind === 'scalar' ? common.value : undefined;
  if (common !== undefined && typeof isCommon !== 'boolean') {
    const where = inside(place, 'common', 'noise common');
    report(ledger, common, where, { code: 'wrong-type', found: describe(common), expected: 'true or false' });
  }
  if (matrix === undefined) return { numbers: {}, ...(isCommon === true && { correlation: 'common' }) };
  const where = inside(place, 'correlation', 'noise correlation');
  if (isCommon === true) {
    report(ledger, matrix, where, {
      code: 'name-clash',
      found: 'a correlation of common noise',
      expected: 'one of the two',
    });
  }
  const rows = readSquare(matrix, players.length, where, scope, ledger) ?? [];
  const numbers = rows.flatMap((row, i) => row.map((entry, j): [string, Expression] => [correlationName(i, j), entry]));
  return { numbers: Object.fromEntries(numbers), correlation: 'matrix' };
}
