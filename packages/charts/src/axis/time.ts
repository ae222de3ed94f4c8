/**
 * What every picture over time has in common: increasing times, shares from 0 to 1.
 */
import { checkAxis } from './grid.js';

/** Ends of an axis of shares: a little room, so that a line on 0 or 1 is seen whole. */
export const shareEnds: readonly [number, number] = [-0.02, 1.02];

/** @throws RangeError if there are fewer than two times, or they do not strictly increase. */
export function checkTimes(times: readonly number[]): void {
  if (times.length < 2)
    throw new RangeError(`a picture over time needs at least two times, but there are ${times.length}.`);
  checkAxis('time', { name: 'times', values: [...times] });
  if (times[1]! < times[0]!) throw new RangeError('times must increase.');
}
