/**
 * The `payoffs` section: a table with one row per profile, or one expression per player and own strategy.
 */
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Game, PayoffRow, Player } from '../game/game.js';
import { payoffPlace, rowPlace } from '../game/place.js';
import { type Ledger, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { inside, readFormula, readList, readRecord } from './read.js';
import { describe, type Source } from './source.js';
import { checkProfile, missingProfiles } from './table.js';
import { tablePayoffs } from './table-payoffs.js';

/** What the section gives: expected payoffs, and the table where there is one. Not to be used where faults were found. */
export type PayoffSection = Pick<Game, 'payoffs' | 'table'>;

/** Payoffs in either form. */
export function readPayoffs(
  source: Source,
  game: Pick<Game, 'players' | 'against'>,
  scope: Scope,
  ledger: Ledger,
): PayoffSection {
  if (source.kind === 'map') return { payoffs: readShortForm(source, game.players, scope, ledger) };
  if (source.kind === 'list') {
    const table = readTable(source, game, scope, ledger);
    return table === undefined ? { payoffs: [] } : { payoffs: tablePayoffs(game, table), table };
  }
  const expected = 'a list of rows, or a map from player to payoffs';
  report(
    ledger,
    source,
    { path: 'payoffs', place: 'payoffs' },
    { code: 'wrong-type', found: describe(source), expected },
  );
  return { payoffs: [] };
}

function readShortForm(source: Source, players: readonly Player[], scope: Scope, ledger: Ledger): Expression[][] {
  const place = { path: 'payoffs', place: 'payoffs' };
  const entries = readRecord(source, place, ledger, { required: players.map((player) => player.name) });
  return players.map(({ name, strategies }) => {
    const own = entries.get(name)?.value;
    if (own === undefined) return [];
    const fields = readRecord(own, inside(place, name, `payoffs of player ${name}`), ledger, { required: strategies });
    return strategies.flatMap((strategy) => {
      const formula = fields.get(strategy)?.value;
      return (formula && readFormula(formula, payoffPlace(name, strategy), ledger, scope)) ?? [];
    });
  });
}

function readTable(
  source: Source & { readonly kind: 'list' },
  game: Pick<Game, 'players' | 'against'>,
  scope: Scope,
  ledger: Ledger,
): PayoffRow[] | undefined {
  const place = { path: 'payoffs', place: 'payoffs' };
  const sizes = game.players.map((player) => player.strategies.length);
  const size = [...sizes, ...(game.against === 'self' ? sizes : [])].reduce((rows, count) => rows * count, 1);
  const before = ledger.faults.length;
  if (size > gameLimits.rows || source.items.length > 2 * gameLimits.rows) {
    const found = `a table of ${Math.max(size, source.items.length)} rows`;
    const expected = `at most ${gameLimits.rows}, or one expression per player and own strategy`;
    report(ledger, source, place, { code: 'limit', found, expected });
    return undefined;
  }
  const profiles = new Map<string, number>();
  let unreadable = 0;
  const rows = source.items.flatMap((item, r) => {
    const row = readRow(item, r, game, scope, profiles, ledger);
    if (row?.when === undefined) unreadable++;
    return row?.pay === undefined || row.when === undefined ? [] : [{ when: row.when, pay: row.pay }];
  });
  const missing = missingProfiles(game, profiles);
  if (missing.length > unreadable) {
    const shown = missing.slice(0, 4).map((profile) => `(${profile.join(', ')})`);
    const found = `no row for ${shown.join(', ')}${missing.length > 4 ? ` and ${missing.length - 4} more` : ''}`;
    report(ledger, source, place, { code: 'missing-rows', found, expected: `all ${size} profiles` });
  }
  return ledger.faults.length > before ? undefined : rows;
}

function readRow(
  source: Source,
  index: number,
  game: Pick<Game, 'players' | 'against'>,
  scope: Scope,
  seen: Map<string, number>,
  ledger: Ledger,
): Partial<PayoffRow> | undefined {
  const bare = rowPlace(index, []);
  const fields = readRecord(source, bare, ledger, { required: ['when', 'pay'] });
  const when = fields.get('when')?.value;
  const profile = when && readList(when, inside(bare, 'when', bare.place), ledger, 'a list of strategies');
  const names = profile && checkProfile(profile, when!, index, game, seen, ledger);
  const pay = fields.get('pay')?.value;
  if (pay === undefined) return names && { when: names };
  const own = rowPlace(index, names ?? []);
  const entries = readRecord(pay, inside(own, 'pay', own.place), ledger, { required: game.players.map((p) => p.name) });
  const formulas = game.players.map((player) => {
    const formula = entries.get(player.name)?.value;
    return formula && readFormula(formula, rowPlace(index, names ?? [], player.name), ledger, scope);
  });
  const complete = formulas.every((formula) => formula !== undefined);
  return { ...(names && { when: names }), ...(complete && { pay: formulas }) };
}
