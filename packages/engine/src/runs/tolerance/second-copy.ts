/** A measure of a path's second copy: the same, of registers further on. */
import type { Region } from '../../measures/observe/region.js';
import type { Share } from '../../measures/observe/share.js';
import type { Measure } from '../../measures/reduce/measure.js';

/** @param width registers of the first copy */
export function onSecondCopy(measure: Measure, width: number): Measure {
  switch (measure.kind) {
    case 'region':
      return { ...measure, region: regionOnSecondCopy(measure.region, width) };
    case 'total':
    case 'passage':
      return { ...measure, register: measure.register + width };
    case 'distribution': {
      const { of } = measure;
      if (of.kind === 'share') return { ...measure, of: { ...of, share: moved(of.share, width) } };
      const [a, b] = [of.a, of.b].map((share) => moved(share, width));
      return { ...measure, of: { ...of, register: of.register + width, a, b } };
    }
    case 'profiles':
      throw new Error('bug: profiles of a second copy are asked for; take the region of each instead');
  }
}

function regionOnSecondCopy(region: Region, width: number): Region {
  return { ...region, shares: region.shares.map((share) => moved(share, width)) };
}

function moved(share: Share, by: number): Share {
  return { ...share, coordinates: share.coordinates.map((coordinate) => coordinate + by) };
}
