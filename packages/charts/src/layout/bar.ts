/**
 * One horizontal bar with the whisker of its interval.
 */
import { ink } from '../colour/ink.js';
import type { ToPixel } from './layer.js';
import { whisker } from './marks.js';
import { type Paint, path, rectangle, type Shape } from './shapes.js';

export interface BarOptions {
  /** Ends of the bar as horizontal coordinates. */
  from: number;
  to: number;
  /** Vertical coordinate of its middle. */
  at: number;
  /** In pixels. */
  thickness: number;
  paint: Paint;
  /** Ends of the interval as horizontal coordinates. Default: no whisker. */
  interval?: readonly [low: number, high: number] | undefined;
}

/** The bar, its whisker in front. */
export function bar(toPixel: ToPixel, { from, to, at, thickness, paint, interval }: BarOptions): Shape[] {
  const [[left, y], [right]] = [toPixel(from, at), toPixel(to, at)];
  const box = path(rectangle([left, y - thickness / 2], [right, y + thickness / 2]), paint);
  if (interval === undefined) return [box];
  const [low, high] = interval.map((end) => toPixel(end, at));
  return [box, path(whisker(low!, high!, thickness / 4), { stroke: ink, lineWidth: 1.4 })];
}
