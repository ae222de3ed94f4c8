/**
 * The map of an outcome over the start: colour for the probability that a noisy path which starts there ends at the
 * profile. The double line, where it is one half, is the boundary of the basin under noise; the dashed line is the
 * boundary without noise.
 * Owns the words; it is a heatmap.
 */
import { brief } from '../axis/ticks.js';
import type { ChartDescription, Heading, Size, SweepAxis } from '../description.js';
import { heatmap } from '../heatmap/heatmap.js';
import type { MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';

export interface BasinMapInput extends Heading {
  /** The two shares at the start and their grids in 0..1. */
  x: SweepAxis;
  y: SweepAxis;
  /** The outcome, one strategy per player. */
  profile: readonly string[];
  /** `[j][i]` at `y.values[j]`, `x.values[i]`; null where a start has no value. */
  probability: readonly (readonly MaybeValue[])[];
  /** Ends of the 95% interval. */
  low: readonly (readonly MaybeValue[])[];
  high: readonly (readonly MaybeValue[])[];
  /** Where the other shares start, said in the subtitle. Default: nothing is said. */
  at?: readonly { name: string; value: number }[];
  /** The boundary between the basins without noise, as lines of points (x, y). Default: none. */
  separatrix?: readonly (readonly (readonly [x: number, y: number])[])[];
}

/**
 * The map of an outcome over the start. Hatched are starts whose 95% interval contains 0.5: their side is open.
 *
 * @param size Most that the picture may take, default 680 x 640; it is a little smaller where that makes all cells alike.
 * @throws RangeError as `heatmap` does, and if a share is not in 0..1.
 */
export function basinMap(input: BasinMapInput, size: Partial<Size> = {}): ChartDescription {
  const { x, y, profile, probability, low, high, at = [], separatrix = [], ...heading } = input;
  for (const { name, values } of [x, y]) {
    const odd = values.find((value) => !(value >= 0 && value <= 1));
    if (odd !== undefined) throw new RangeError(`start of "${name}": ${odd} is not a share between 0 and 1.`);
  }
  const outcome = profile.map(printable).join(', ');
  const fixed = at.map(({ name, value }) => `${printable(name)} = ${brief(value)}`).join(', ');
  const others = fixed === '' ? '' : ` with ${fixed}`;
  const width = size.width ?? 680;
  return heatmap(
    {
      ...heading,
      ...{ x, y, values: probability, low, high, hatch: 'half' },
      subtitle: input.subtitle ?? `Probability to end at (${outcome}), by the start${others}`,
      metric: { name: `P(${profile.join(',')})`, title: 'Probability', probability: true },
      lines: { name: 'boundary of the basins without noise', lines: separatrix },
    },
    { width, height: Math.min(640, Math.round(0.85 * width) + 130), ...size },
  );
}
