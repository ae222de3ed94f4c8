/**
 * Kernel text of shares. The last strategy of a player has what the others leave of 1; tests and roundings are made on
 * the sum of the others, so that nothing is rounded where that is a single register.
 */
import type { Share } from '../../../measures/observe/share.js';
import { literal } from '../print-program.js';
import type { Read } from './part.js';

/** The register, or the sum of those that are missing to 1. */
export function shareSum(share: Share, read: Read): string {
  const terms = share.coordinates.map(read);
  return terms.length === 1 ? terms[0] : `(${terms.join(' + ')})`;
}

/** The share itself, rounded once more where it is what others leave. */
export function shareText(share: Share, read: Read): string {
  return share.complement ? `(1.0 - ${shareSum(share, read)})` : shareSum(share, read);
}

/** Whether the share is at least 1 - delta: thresholds as in `reduce/region.ts`. */
export function nearText(share: Share, delta: number, read: Read): string {
  const high = Math.fround(1 - delta);
  if (!share.complement) return `${shareSum(share, read)} >= ${literal(high)}`;
  // 1 - high is exact, since high lies between 1/2 and 1
  const low = share.coordinates.length === 1 ? Math.fround(delta) : 1 - high;
  return `${shareSum(share, read)} <= ${literal(low)}`;
}
