/**
 * The profiles of a payoff table: each must occur once.
 */
import type { Game } from '../game/game.js';
import { rowPlace } from '../game/place.js';
import { tableProfiles } from '../game/profiles.js';
import { type Ledger, notKnown, report } from './ledger.js';
import { describe, type Source } from './source.js';

/**
 * The strategies that a row is for, or `undefined` and faults where they are not a profile of the game.
 * @param items Entries of the row's `when`.
 * @param seen Rows so far, by profile; this row is added.
 */
export function checkProfile(
  items: readonly Source[],
  when: Source,
  index: number,
  game: Pick<Game, 'players' | 'against'>,
  seen: Map<string, number>,
  ledger: Ledger,
): string[] | undefined {
  if (when.kind !== 'list') return undefined;
  const place = { path: `payoffs[${index}].when`, place: rowPlace(index, []).place };
  const seats = game.against === 'self' ? [...game.players, ...game.players] : game.players;
  if (items.length !== seats.length) {
    const seatNames = game.against === 'self' ? 'own and opponent' : seats.map((player) => player.name).join(', ');
    const found = `a profile of ${items.length} strategies`;
    report(ledger, when, place, { code: 'bad-profile', found, expected: `${seats.length}: ${seatNames}` });
    return undefined;
  }
  const names = items.flatMap((item, i) => {
    const { name, strategies } = seats[i]!;
    if (item.kind !== 'scalar' || typeof item.value !== 'string') {
      report(ledger, item, place, {
        code: 'wrong-type',
        found: describe(item),
        expected: `a strategy of player ${name}`,
      });
    } else if (!strategies.includes(item.value)) {
      report(ledger, item, place, notKnown('unknown-name', `strategy of player ${name}`, item.value, strategies));
    } else return [item.value];
    return [];
  });
  if (names.length !== seats.length) return undefined;
  const key = names.join(', ');
  const before = seen.get(key);
  if (before !== undefined) {
    const finding = { code: 'duplicate-row', found: `(${key}), which is row ${before + 1} already` } as const;
    report(ledger, when, place, { ...finding, expected: 'one row per profile' });
  } else seen.set(key, index);
  return names;
}

/** The profiles for which there is no row. */
export function missingProfiles(
  game: Pick<Game, 'players' | 'against'>,
  seen: ReadonlyMap<string, number>,
): string[][] {
  return tableProfiles(game).filter((profile) => !seen.has(profile.join(', ')));
}
