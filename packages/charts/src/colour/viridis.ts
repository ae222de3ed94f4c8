/**
 * Viridis: the sequential scale of the heatmaps. Perceptually uniform, readable in grey and with colour blindness.
 * Owns the control points and the interpolation; knows nothing of values or cells.
 * Source: S. van der Walt and N. Smith (2015), matplotlib; eleven even samples as published in R's viridisLite.
 */

/** Eleven colours at 0, 0.1, ..., 1; colours in between are linear in sRGB. */
export const viridisStops = [
  '#440154',
  '#482576',
  '#414487',
  '#35608d',
  '#2a788e',
  '#21908c',
  '#22a884',
  '#43bf71',
  '#7ad151',
  '#bbdf27',
  '#fde725',
] as const;

/** The colour at `t` in 0..1, as `#rrggbb`; `t` outside is taken as the nearer end. */
export function viridis(t: number): string {
  const position = Math.min(Math.max(t, 0), 1) * (viridisStops.length - 1);
  const index = Math.min(Math.floor(position), viridisStops.length - 2);
  const from = channels(viridisStops[index]!);
  const to = channels(viridisStops[index + 1]!);
  const mixed = from.map((channel, k) => Math.round(channel + (position - index) * (to[k]! - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
