/**
 * The empty cube: grid lines on the faces at the back, edges (hidden ones dashed), titles of the axes along the outline,
 * and the shares of each corner.
 * Owns which edge carries a title; where things lie on the picture is projection.ts.
 */
import { frameInk, gridInk, ink, paper, softInk } from '../colour/ink.js';
import { label, type Pixel, path, polyline, type Shape } from '../layout/shapes.js';
import { printable, titled } from '../text/printable.js';
import { textWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import type { Edge, Point3, Projection } from './projection.js';

/** Pixels around the cube for the titles of the axes and the corners. */
export const edgeRoom = 40;
const gridAt = [0.25, 0.5, 0.75];
const titleSize = 13;
const titleGap = 24;
/** Pixels that a title leaves free at its ends, for the corners and the arrow. */
const titleEnds = 66;
const nameEnds = 44;
const cornerSize = 11;
const cornerGap = 15;
/** An axis is seen end-on where its edge is shorter than this; it then has no title. */
const shortest = 40;

/** What lies behind the paths. */
export function backOfCube({ toPixel, edges, backFaces }: Projection): Shape[] {
  const grid = backFaces.flatMap(({ axis, side }) =>
    [0, 1, 2]
      .filter((along) => along !== axis)
      .flatMap((along) => {
        const across = 3 - axis - along;
        return gridAt.map((at) => {
          const point = (end: number) => {
            const corner = [0, 0, 0];
            [corner[axis], corner[along], corner[across]] = [side, end, at];
            return toPixel(corner as unknown as Point3);
          };
          return polyline([point(0), point(1)]);
        });
      }),
  );
  const hidden = edges.filter(({ visibleFaces }) => visibleFaces === 0).map((edge) => drawn(edge, toPixel));
  return [
    path(grid.join(''), { stroke: gridInk, lineWidth: 1 }),
    path(hidden.join(''), { stroke: frameInk, lineWidth: 1, lineDash: [4, 4] }),
  ];
}

/** What lies in front of the paths. */
export function frontOfCube(seen: Projection, axes: readonly { name: string; title?: string }[]): Shape[] {
  const visible = seen.edges.filter(({ visibleFaces }) => visibleFaces > 0).map((edge) => drawn(edge, seen.toPixel));
  const corners = [0, 1].flatMap((x) => [0, 1].flatMap((y) => [0, 1].map((z): Point3 => [x, y, z])));
  return [
    path(visible.join(''), { stroke: frameInk, lineWidth: 1.2 }),
    ...axes.flatMap((axis, k) => axisTitle(axis, k, seen)),
    ...corners.filter((corner) => !isCovered(corner, corners, seen)).map((corner) => cornerLabel(corner, seen)),
  ];
}

function drawn({ from, to }: Edge, toPixel: Projection['toPixel']): string {
  return polyline([toPixel(from), toPixel(to)]);
}

/** The title along the lowest edge of the outline, for the vertical axis along the leftmost, with an arrow to its end at 1. */
function axisTitle(words: { name: string; title?: string }, axis: number, { edges, toPixel }: Projection): Shape[] {
  const outline = edges.filter((edge) => edge.axis === axis && edge.visibleFaces === 1);
  const centre = toPixel([0.5, 0.5, 0.5]);
  const places = outline.map(({ from, to }) => {
    const [start, end] = [toPixel(from), toPixel(to)];
    const middle: Pixel = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
    return { start, end, middle, length: Math.hypot(end[0] - start[0], end[1] - start[1]) };
  });
  const upright = ({ start, end }: { start: Pixel; end: Pixel }) =>
    Math.abs(end[0] - start[0]) < Math.abs(end[1] - start[1]);
  const rank = (place: (typeof places)[number]) => (upright(place) ? -place.middle[0] : place.middle[1]);
  const best = places.toSorted((a, b) => rank(b) - rank(a))[0];
  if (best === undefined || best.length < shortest) return [];
  const { start, end, middle, length } = best;
  const along: Pixel = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const side = Math.sign(-along[1] * (middle[0] - centre[0]) + along[0] * (middle[1] - centre[1])) || 1;
  const outward: Pixel = [-along[1] * side, along[0] * side];
  const forward = along[0] > 1e-6 || (Math.abs(along[0]) <= 1e-6 && along[1] < 0);
  const angle = Math.atan2(-along[1], along[0]);
  const text = longestThatFits(words, length);
  const at: Pixel = [middle[0] + titleGap * outward[0], middle[1] + titleGap * outward[1]];
  const rotation = forward ? angle : angle - Math.sign(angle || 1) * Math.PI;
  return [label(forward ? `${text} →` : `← ${text}`, at, { size: titleSize, fill: ink, align: 'center', rotation })];
}

/** Words and name, the words, or the name, whichever is the first to fit along an edge; else the name cut. */
function longestThatFits(axis: { name: string; title?: string }, edge: number): string {
  const wordings = [titled(axis), printable(axis.title ?? '')];
  const fitting = wordings.find((words) => words !== '' && textWidth(words, titleSize) <= edge - titleEnds);
  return fitting ?? wrap(printable(axis.name), { width: edge - nameEnds, size: titleSize })[0] ?? '';
}

/** Whether another corner stands right in front of this one: only the nearer of the two is labelled. */
function isCovered(corner: Point3, corners: readonly Point3[], { toPixel, depth }: Projection): boolean {
  const [x, y] = toPixel(corner);
  return corners.some((other) => {
    const [ox, oy] = toPixel(other);
    return depth(other) > depth(corner) + 1e-9 && Math.hypot(ox - x, oy - y) < 2 * cornerSize;
  });
}

/** The shares of a corner, away from the centre; the two corners that may lie inside the outline keep close. */
function cornerLabel(corner: Point3, { toPixel }: Projection): Shape {
  const [[x, y], [cx, cy]] = [toPixel(corner), toPixel([0.5, 0.5, 0.5])];
  const distance = Math.hypot(x - cx, y - cy);
  const [right, down] = distance < 1 ? [0, -1] : [(x - cx) / distance, (y - cy) / distance];
  const align = right > 0.5 ? 'left' : right < -0.5 ? 'right' : 'center';
  const at: Pixel = [
    x + (align === 'center' ? 0 : 10 * Math.sign(right)),
    y + cornerGap * (align === 'center' ? Math.sign(down) : down),
  ];
  return label(`(${corner.join(', ')})`, at, { size: cornerSize, fill: softInk, outline: paper, align });
}
