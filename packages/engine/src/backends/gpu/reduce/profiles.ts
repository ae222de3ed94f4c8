/** Paths near each pure profile: what `reduce/profiles.ts` counts, in a kernel, as a histogram of profile numbers. */
import { shareOf } from '../../../measures/observe/share.js';
import { type ProfilesMeasure, profilesSize } from '../../../measures/reduce/profiles.js';
import type { Parts, Read } from './part.js';
import { nearText } from './shares.js';

/** What a player near no strategy adds: more than any profile number takes away. */
const NOWHERE = '-1000000.0';

export function profilesParts(measure: ProfilesMeasure, read: Read): Parts {
  const { strategies, delta } = measure;
  const size = profilesSize(measure);
  let stride = size;
  const terms = strategies.map((count, player) => {
    stride /= count;
    // the first strategy that the player is near
    const number = Array.from({ length: count }, (_, s) => s).reduceRight(
      (rest, s) => `(${nearText(shareOf(measure, player, s), delta, read)} ? ${s * stride}.0 : ${rest})`,
      NOWHERE,
    );
    return number;
  });
  return {
    sums: [],
    bins: [{ value: terms.join(' + '), edges: () => Array.from({ length: size }, (_, p) => p), at: 0 }],
  };
}
