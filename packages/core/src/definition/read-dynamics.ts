/**
 * The `dynamics` and `mutation` sections.
 */
import { type DynamicsName, dynamics, dynamicsOf } from '../equation/dynamics/dynamics.js';
import { matrixName, rateName } from '../equation/mutation.js';
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Player } from '../game/game.js';
import type { Place } from '../game/place.js';
import { type Ledger, report } from './ledger.js';
import { inside, readFormula, readList, readRecord, readWord } from './read.js';
import type { Source } from './source.js';

/** Numbers as `Game.numbers` has them. */
type Numbers = Record<string, Expression>;

/** The name of the dynamics, alone or as `kind` beside their numbers. Without the section `replicator`. */
export function readDynamics(
  source: Source | undefined,
  scope: Scope,
  ledger: Ledger,
): { readonly dynamics: DynamicsName; readonly numbers: Numbers } {
  const place = { path: 'dynamics', place: 'dynamics' };
  mark(source, place, ledger);
  const words = dynamics as Readonly<Record<DynamicsName, unknown>>;
  const keys = [
    ...new Set(Object.values(dynamics).flatMap(({ numbers = [] }: { numbers?: readonly string[] }) => numbers)),
  ];
  const fields =
    source?.kind === 'map' ? readRecord(source, place, ledger, { required: ['kind'], optional: keys }) : undefined;
  const word = fields === undefined ? source : fields.get('kind')?.value;
  const name = readWord(word, words, place, ledger) ?? 'replicator';
  const wanted = dynamicsOf({ dynamics: name }).numbers ?? [];
  const numbers: Numbers = {};
  for (const key of keys) {
    const formula = fields?.get(key)?.value;
    const own = inside(place, key, `${key} of the dynamics`);
    if (wanted.includes(key)) {
      const read = formula && readFormula(formula, own, ledger, scope);
      if (read !== undefined) numbers[`dynamics.${key}`] = read;
      else if (formula === undefined && source !== undefined) {
        const expected = `the key "${key}", as in { kind: ${name}, ${key}: 0.5 }`;
        report(ledger, source, place, { code: 'missing-key', found: `${name} dynamics without ${key}`, expected });
      }
    } else if (formula !== undefined) {
      const found = `${key}, which ${name} dynamics do not have`;
      report(ledger, formula, own, { code: 'unknown-key', found, expected: 'no such key' });
    }
  }
  return { dynamics: name, numbers };
}

/**
 * A rate for all players, a rate or a matrix for some by name, or a matrix for all. A matrix is `{ matrix: rows }`, a row for each
 * strategy: the probabilities that what it earns goes to each.
 */
export function readMutation(
  source: Source | undefined,
  players: readonly Player[],
  scope: Scope,
  ledger: Ledger,
): Numbers {
  const place = { path: 'mutation', place: 'mutation' };
  if (source === undefined) return {};
  mark(source, place, ledger);
  const isMatrix = source.kind === 'map' && source.entries.some(({ key }) => key === 'matrix');
  const names = players.map(({ name }) => name);
  if (source.kind !== 'map') {
    const rate = readFormula(source, place, ledger, scope);
    return rate === undefined ? {} : Object.fromEntries(players.map((_, p) => [rateName(p), rate]));
  }
  if (isMatrix && !names.includes('matrix')) {
    return Object.assign({}, ...players.map((player, p) => readOne(source, p, player, place, scope, ledger)));
  }
  const entries = readRecord(source, place, ledger, { required: [], optional: names });
  const all = players.map((player, p) => {
    const own = entries.get(player.name)?.value;
    const where = inside(place, player.name, `mutation of player ${player.name}`);
    return own === undefined ? {} : readOne(own, p, player, where, scope, ledger);
  });
  return Object.assign({}, ...all);
}

function readOne(
  source: Source,
  p: number,
  { strategies }: Player,
  place: Place,
  scope: Scope,
  ledger: Ledger,
): Numbers {
  if (source.kind !== 'map') {
    const rate = readFormula(source, place, ledger, scope);
    return rate === undefined ? {} : { [rateName(p)]: rate };
  }
  const matrix = readRecord(source, place, ledger, { required: ['matrix'] }).get('matrix')?.value;
  const rows = matrix && readSquare(matrix, strategies.length, inside(place, 'matrix', place.place), scope, ledger);
  const entries = (rows ?? []).flatMap((row, from) =>
    row.map((entry, to): [string, Expression] => [matrixName(p, from, to), entry]),
  );
  return Object.fromEntries(entries);
}

/** Remembers where a section stands, for what is found wrong with it later. */
function mark(source: Source | undefined, { path }: Place, ledger: Ledger): void {
  if (source?.mark !== undefined) ledger.marks.set(path, source.mark);
}

/** A square matrix of formulas; undefined after a fault. */
export function readSquare(
  source: Source,
  size: number,
  place: Place,
  scope: Scope,
  ledger: Ledger,
): Expression[][] | undefined {
  mark(source, place, ledger);
  const before = ledger.faults.length;
  const wanted = `a list of ${size} rows of ${size} numbers each`;
  const rows = readList(source, place, ledger, wanted).map((row) => readList(row, place, ledger, wanted));
  if (source.kind === 'list' && (rows.length !== size || rows.some((row) => row.length !== size))) {
    const found = `${rows.length} rows of ${[...new Set(rows.map((row) => row.length))].join(' or ')}`;
    report(ledger, source, place, { code: 'bad-value', found, expected: wanted });
  }
  const read = rows.map((row) => row.map((entry) => readFormula(entry, place, ledger, scope)));
  return ledger.faults.length > before ? undefined : (read as Expression[][]);
}
