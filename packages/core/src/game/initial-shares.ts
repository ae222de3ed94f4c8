/**
 * Initial shares of one player: what the game says, with some of them set from outside.
 */
import type { Fault } from '../fault/fault.js';
import type { Player } from './game.js';

/** How far shares may be from adding up to 1, for rounding. */
const tolerance = 1e-9;

/**
 * The shares with those in `set` replaced and the others rescaled to what is left, equally where they are all 0.
 * @param written Shares by strategy, as the game gives them.
 * @param set Share by strategy index.
 * @param faults Where faults are added; the result is then not to be used.
 */
export function resolveShares(
  player: Player,
  written: readonly number[],
  set: ReadonlyMap<number, number>,
  faults: Fault[],
): number[] {
  const path = set.size > 0 ? `set.initial.${player.name}` : `initial.${player.name}`;
  const place =
    set.size > 0 ? `set initial shares of player ${player.name}` : `initial shares of player ${player.name}`;
  const before = faults.length;
  const check = (good: boolean, code: Fault['code'], found: string, expected: string) => {
    if (!good) faults.push({ code, path, place, found, expected });
  };

  for (const [s, share] of written.map((share, s) => [s, set.get(s) ?? share] as const)) {
    const name = `share of ${player.strategies[s]} = ${share}`;
    if (!Number.isFinite(share)) check(false, 'not-finite', name, 'a finite number');
    else check(share >= -tolerance && share <= 1 + tolerance, 'bad-value', name, 'a share from 0 to 1');
  }
  if (faults.length > before) return [...written];

  if (set.size === 0) {
    const total = written.reduce((sum, share) => sum + share, 0);
    check(Math.abs(total - 1) <= tolerance, 'bad-value', `shares that add up to ${total}`, 'shares that add up to 1');
    return written.map(clamped);
  }
  const given = [...set.values()].reduce((sum, share) => sum + share, 0);
  const others = written.map((share, s) => (set.has(s) ? 0 : share));
  const free = written.length - set.size;
  const rest = others.reduce((sum, share) => sum + share, 0);
  const fits = free === 0 ? Math.abs(given - 1) <= tolerance : given <= 1 + tolerance;
  check(fits, 'bad-value', `set shares that add up to ${given}`, free === 0 ? 'exactly 1' : 'at most 1');
  const left = Math.max(0, 1 - given);
  return others.map((share, s) => clamped(set.get(s) ?? (rest > 0 ? (left * share) / rest : left / free)));
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
