/**
 * The few shapes that charts draw by hand, as elements of ECharts' custom series.
 */
import { fontFamily } from '../colour/ink.js';

/** A point in pixels from the top left corner. */
export type Pixel = readonly [x: number, y: number];

/** A rectangle in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A colour that changes from (x, y) to (x2, y2), given as fractions of the shape's box. */
export interface Gradient {
  type: 'linear';
  x: number;
  y: number;
  x2: number;
  y2: number;
  colorStops: { offset: number; color: string }[];
}

/** How a shape is painted; ECharts' names. */
export interface Paint {
  fill?: string | Gradient;
  stroke?: string;
  lineWidth?: number;
  lineDash?: number[];
  lineJoin?: 'round' | 'miter';
  lineCap?: 'round' | 'butt';
  opacity?: number;
}

export interface Lettering {
  size: number;
  fill: string;
  /** Colour of a line of 3 pixels around the letters. Default: none. */
  outline?: string;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle';
  /** Radians, anticlockwise. Default: 0. */
  rotation?: number;
}

/** A shape from SVG path data, not filled unless told. */
export function path(pathData: string, paint: Paint) {
  return { type: 'path' as const, silent: true, shape: { pathData }, style: { fill: 'none', ...paint } };
}

/** One line of text at a point. */
export function label(text: string, [x, y]: Pixel, lettering: Lettering) {
  const { size, fill, outline, bold = false, align = 'left', vertical = 'middle', rotation = 0 } = lettering;
  return {
    type: 'text' as const,
    silent: true,
    x,
    y,
    rotation,
    style: {
      text,
      fill,
      ...(outline === undefined ? {} : { stroke: outline, lineWidth: 3 }),
      fontFamily,
      fontSize: size,
      fontWeight: bold ? ('bold' as const) : ('normal' as const),
      align,
      verticalAlign: vertical,
    },
  };
}

export type Shape = ReturnType<typeof path> | ReturnType<typeof label>;

/** Path data of a polyline, at hundredths of a pixel. */
export function polyline(points: readonly Pixel[]): string {
  return points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** Path data of a closed polygon. */
export function polygon(points: readonly Pixel[]): string {
  return points.length === 0 ? '' : `${polyline(points)}Z`;
}

/** Path data of a rectangle with opposite corners `a` and `b`. */
export function rectangle([ax, ay]: Pixel, [bx, by]: Pixel): string {
  return polygon([
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
  ]);
}

/** Path data of the two diagonals of a rectangle. */
export function diagonals([ax, ay]: Pixel, [bx, by]: Pixel): string {
  return (
    polyline([
      [ax, ay],
      [bx, by],
    ]) +
    polyline([
      [ax, by],
      [bx, ay],
    ])
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
