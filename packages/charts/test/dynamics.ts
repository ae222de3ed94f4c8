/**
 * The bundled data-sharing game at its defaults, small enough for pictures: its drift, paths with and without noise.
 * Nothing is proven with it; it makes the pictures of the tests look like real ones.
 */

/** Drift of the shares of A, B and M (replicator dynamics). */
export function drift([x, y, z]: readonly number[]): number[] {
  return [
    x! * (1 - x!) * (-3.9 + 4.9 * y! + 2.12 * z! + 0.5 * y! * z!),
    y! * (1 - y!) * (-2.7 + 3.7 * x! + 1.88 * z! + 0.5 * x! * z!),
    z! * (1 - z!) * (-0.5 + 0.3 * x! + 0.3 * y! + x! * y!),
  ];
}

export interface PathShape {
  horizon: number;
  /** Points kept, the start included; twenty steps lie between two. */
  points: number;
  /** Noise intensity. Default: 0. */
  sigma?: number;
  seed?: number;
}

/** A path from `start`: Euler-Maruyama with replicator noise. */
export function pathFrom(start: readonly number[], { horizon, points, sigma = 0, seed = 1 }: PathShape): number[][] {
  const draw = normals(seed);
  const between = 20;
  const dt = horizon / (points - 1) / between;
  let state = [...start];
  const kept = [state];
  for (let k = 1; k < points; k++) {
    for (let step = 0; step < between; step++) {
      const moved = drift(state);
      state = state.map((share, i) => {
        const noise = sigma === 0 ? 0 : sigma * share * (1 - share) * Math.sqrt(dt) * draw();
        return Math.min(Math.max(share + moved[i]! * dt + noise, 0), 1);
      });
    }
    kept.push(state);
  }
  return kept;
}

/** Many noisy paths from one start, `[path][time][share]`. */
export function ensemble(start: readonly number[], shape: PathShape, paths: number): number[][][] {
  return Array.from({ length: paths }, (_, k) => pathFrom(start, { ...shape, seed: 1000 * (shape.seed ?? 1) + k }));
}

/** The value below which a part of the list lies. */
export function quantile(list: readonly number[], part: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))]!;
}

/** Standard normal numbers by Box and Muller (1958) from a linear congruential generator modulo 2^32. */
function normals(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
