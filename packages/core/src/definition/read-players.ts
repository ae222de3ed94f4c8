/**
 * The `players` section.
 */
import type { Player } from '../game/game.js';
import { type Ledger, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, checkName, inside, readList, readMap, readRecord, readText } from './read.js';
import { describe, type Source } from './source.js';

/** Players in written order. Those with faults are there as far as they are known, so that one fault stays one. */
export function readPlayers(source: Source, ledger: Ledger): Player[] {
  const place = { path: 'players', place: 'players' };
  const entries = readMap(source, place, ledger, 'a map from player to its strategies');
  if (source.kind === 'map' && entries.size === 0) {
    report(ledger, source, place, { code: 'missing-key', found: 'no players', expected: 'at least one player' });
  }
  if (!checkCount(entries.size, gameLimits.players, 'players', source, place, ledger)) return [];
  return [...entries.values()].map((entry) => {
    const own = inside(place, entry.key, `player ${entry.key}`);
    checkName(entry.key, entry, own, ledger);
    const fields = readRecord(entry.value, own, ledger, { required: ['strategies'], optional: ['title'] });
    const titleSource = fields.get('title')?.value;
    const title = titleSource && readText(titleSource, inside(own, 'title', `title of player ${entry.key}`), ledger);
    const strategies = fields.get('strategies')?.value;
    return {
      name: entry.key,
      title: title ?? entry.key,
      strategies: strategies === undefined ? [] : readStrategies(strategies, entry.key, ledger),
    };
  });
}

function readStrategies(source: Source, player: string, ledger: Ledger): string[] {
  const place = { path: `players.${player}.strategies`, place: `strategies of player ${player}` };
  const items = readList(source, place, ledger, 'a list of at least two names');
  if (source.kind === 'list' && items.length < 2) {
    const found = items.length === 1 ? 'one strategy' : 'no strategies';
    report(ledger, source, place, { code: 'bad-value', found, expected: 'at least two strategies' });
  }
  if (!checkCount(items.length, gameLimits.strategies, 'strategies', source, place, ledger)) return [];
  const names: string[] = [];
  for (const [s, item] of items.entries()) {
    const own = { path: `${place.path}[${s}]`, place: place.place };
    if (item.kind !== 'scalar' || typeof item.value !== 'string') {
      report(ledger, item, own, { code: 'wrong-type', found: describe(item), expected: 'a name' });
    } else if (names.includes(item.value)) {
      const found = `strategy ${JSON.stringify(item.value)} twice`;
      report(ledger, item, own, { code: 'name-clash', found, expected: 'distinct names' });
    } else {
      checkName(item.value, item, own, ledger);
      names.push(item.value);
    }
  }
  return names;
}
