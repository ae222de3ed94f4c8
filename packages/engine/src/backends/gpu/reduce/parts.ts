/** What each kind of measure takes from a path. */
import type { Measure, RegionMeasure, TotalMeasure } from '../../../measures/reduce/measure.js';
import { distributionParts } from './distribution.js';
import type { Parts, Read } from './part.js';
import { passageParts } from './passage.js';
import { profilesParts } from './profiles.js';
import { nearText } from './shares.js';
import { inTwoParts } from './units.js';

export function partsOf(measure: Measure, read: Read): Parts {
  switch (measure.kind) {
    case 'region':
      return regionParts(measure, read);
    case 'total':
      return totalParts(measure, read);
    case 'profiles':
      return profilesParts(measure, read);
    case 'distribution':
      return distributionParts(measure, read);
    case 'passage':
      return passageParts(measure, read);
  }
}

function regionParts({ region }: RegionMeasure, read: Read): Parts {
  const lines = [
    'let inside = 1.0;',
    ...region.shares.map((share) => `inside = ${nearText(share, region.delta, read)} ? inside : 0.0;`),
  ];
  return { sums: [{ lines, sums: [{ value: 'inside', at: 0, weight: 1 }] }], bins: [] };
}

function totalParts({ register }: TotalMeasure, read: Read): Parts {
  const { lines, sums } = inTwoParts('total', 0);
  return { sums: [{ lines: [`const total = ${read(register)};`, ...lines], sums }], bins: [] };
}
