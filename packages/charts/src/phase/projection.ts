/**
 * The unit cube seen from far away: an orthographic projection onto the picture.
 * Owns the view, and which faces and edges of the cube the reader looks at.
 */
import type { Box, Pixel } from '../layout/shapes.js';

/** From where the cube is seen, in degrees. */
export interface View {
  /** Around the vertical axis; 0 looks along the first axis from its end at 1. Default: -60. */
  azimuth?: number;
  /** Above the floor, -90 to 90. Default: 22. */
  elevation?: number;
}

export type Point3 = readonly [number, number, number];

/** An edge of the cube. */
export interface Edge {
  /** The axis along which it runs, 0 to 2. */
  axis: number;
  from: Point3;
  to: Point3;
  /** How many of its two faces the reader sees: none, the edge is hidden; one, it is on the outline. */
  visibleFaces: number;
}

export interface Projection {
  toPixel: (point: Point3) => Pixel;
  /** Larger is nearer to the reader. */
  depth: (point: Point3) => number;
  edges: readonly Edge[];
  /** Faces at the back, on which grid lines can stand: the axis that they are normal to, and whether they lie at 0 or 1. */
  backFaces: readonly { axis: number; side: 0 | 1 }[];
}

/** A face seen at less than this (as the sine of the angle) is seen edge-on. */
const edgeOn = 1e-9;
const sides = [0, 1] as const;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const defaults = { azimuth: -60, elevation: 22 };
/** Width of the cube, its edge being 1, where it is turned so that it is widest. */
const widest = Math.SQRT2;

/** Height of the turning cube as a part of its width. */
export function cubeShape({ elevation = defaults.elevation }: View): number {
  return (Math.abs(Math.cos(radians(elevation))) + Math.abs(Math.sin(radians(elevation))) * widest) / widest;
}

/** The projection that fills the box; its size does not change with the azimuth, so that the cube can be turned. */
export function projection(view: View, box: Box): Projection {
  const { azimuth, elevation } = { ...defaults, ...view };
  const [around, above] = [radians(azimuth), radians(elevation)];
  const [ca, sa, ce, se] = [Math.cos(around), Math.sin(around), Math.cos(above), Math.sin(above)];
  const towards: Point3 = [ce * ca, ce * sa, se];
  const right: Point3 = [-sa, ca, 0];
  const up: Point3 = [-se * ca, -se * sa, ce];
  const scale = Math.min(box.width, box.height / cubeShape(view)) / widest;
  const middle: Pixel = [box.left + box.width / 2, box.top + box.height / 2];
  const sees = (axis: number, side: 0 | 1) => (side === 1 ? 1 : -1) * towards[axis]! > edgeOn;

  const edges = [0, 1, 2].flatMap((axis) => {
    const [first, second] = [0, 1, 2].filter((other) => other !== axis) as [number, number];
    return sides.flatMap((a) =>
      sides.map((b): Edge => {
        const at = (along: number) => {
          const point = [0, 0, 0];
          [point[axis], point[first], point[second]] = [along, a, b];
          return point as unknown as Point3;
        };
        return { axis, from: at(0), to: at(1), visibleFaces: Number(sees(first, a)) + Number(sees(second, b)) };
      }),
    );
  });
  return {
    toPixel: (point) => {
      const from = point.map((share) => share - 0.5) as unknown as Point3;
      return [middle[0] + scale * dot(from, right), middle[1] - scale * dot(from, up)];
    },
    depth: (point) => dot(point, towards),
    edges,
    backFaces: [0, 1, 2].flatMap((axis) =>
      sides.flatMap((side) => (sees(axis, side === 0 ? 1 : 0) ? [{ axis, side }] : [])),
    ),
  };
}

function dot(a: Point3, b: Point3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @throws RangeError if an angle is not finite, or the elevation not in -90..90. */
export function checkView({ azimuth = 0, elevation = 0 }: View): void {
  if (!Number.isFinite(azimuth)) throw new RangeError(`view: azimuth ${azimuth} must be a finite number of degrees.`);
  if (!(elevation >= -90 && elevation <= 90)) {
    throw new RangeError(`view: elevation ${elevation} must be between -90 and 90 degrees.`);
  }
}
