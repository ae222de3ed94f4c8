/**
 * The `initial` section.
 */
import type { Expression } from '../expression/expression.js';
import type { Scope } from '../expression/scope.js';
import type { Player } from '../game/game.js';
import { type Ledger, report } from './ledger.js';
import { inside, readFormula, readRecord } from './read.js';
import type { Source } from './source.js';

/**
 * Initial share by [player][strategy]. One expression is the share of the first of two strategies, a list is one share
 * per strategy. Players that are not named, and all without the section, start with equal shares. In place of a map, a list has an entry
 * for each player in turn; of a game of one player it is that player's list.
 */
export function readInitial(
  source: Source | undefined,
  players: readonly Player[],
  scope: Scope,
  ledger: Ledger,
): Expression[][] {
  const place = { path: 'initial', place: 'initial' };
  if (source?.kind === 'list') {
    if (players.length === 1) return [readShares(source, players[0]!, scope, ledger)];
    if (source.items.length !== players.length) {
      const found = `a list of ${source.items.length} entries`;
      report(ledger, source, place, { code: 'bad-value', found, expected: `${players.length}, one for each player` });
      return players.map(equalShares);
    }
    return players.map((player, i) => readShares(source.items[i]!, player, scope, ledger));
  }
  const entries = source && readRecord(source, place, ledger, { required: [], optional: players.map((p) => p.name) });
  return players.map((player) => {
    const own = entries?.get(player.name)?.value;
    return own === undefined ? equalShares(player) : readShares(own, player, scope, ledger);
  });
}

function equalShares({ strategies }: Player): Expression[] {
  const share: Expression = strategies.length === 2 ? number(0.5) : binary('/', number(1), number(strategies.length));
  return strategies.map(() => share);
}

function readShares(source: Source, player: Player, scope: Scope, ledger: Ledger): Expression[] {
  const place = { path: `initial.${player.name}`, place: `initial shares of player ${player.name}` };
  const count = player.strategies.length;
  if (source.kind !== 'list') {
    const first = readFormula(source, place, ledger, scope);
    if (first !== undefined && count === 2) return [first, binary('-', number(1), first)];
    if (first !== undefined && count > 2) {
      report(ledger, source, place, { code: 'bad-value', found: 'one share', expected: `a list of ${count} shares` });
    }
    return [];
  }
  if (source.mark !== undefined) ledger.marks.set(place.path, source.mark);
  if (source.items.length !== count) {
    const found = `a list of ${source.items.length} shares`;
    report(ledger, source, place, { code: 'bad-value', found, expected: `${count}, one per strategy` });
    return [];
  }
  return source.items.flatMap((item, s) => {
    const own = inside(place, player.strategies[s]!, `initial share of ${player.name}.${player.strategies[s]}`);
    return readFormula(item, own, ledger, scope) ?? [];
  });
}

function number(value: number): Expression {
  return { kind: 'number', value, at: 0 };
}

function binary(operator: '-' | '/', left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, at: 0 };
}
