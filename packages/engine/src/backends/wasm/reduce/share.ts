/** Shares of four paths as WebAssembly code: as doubles for sums, and the test whether they are near 1. */
import type { Share } from '../../../measures/observe/share.js';
import { type Code, wasm } from '../assembler/code.js';
import type { Scope } from './contract.js';

/** Two of the four lanes: paths 0 and 1, or 2 and 3. */
export type Half = 0 | 1;

/** Two lanes of single precision as doubles. */
export function doubles(vector: Code, half: Half): Code {
  const low: Code = half === 0 ? vector : { kind: 'shuffle', lanes: [2, 3, 2, 3], a: vector, b: vector };
  return wasm.op('f64x2.promote_low_f32x4', low);
}

/** The share as doubles: as `shareValue` computes it. */
export function shareDoubles(scope: Scope, share: Share, half: Half): Code {
  const values = share.coordinates.map((coordinate) => doubles(scope.register(coordinate), half));
  if (!share.complement) return values[0];
  return values.reduce((rest, value) => wasm.op('f64x2.sub', rest, value), wasm.doubles(1));
}

/** A mask of the paths whose share is at least 1 - delta: as `shareTest` decides it. */
export function nearMask(scope: Scope, share: Share, delta: number): Code {
  const high = Math.fround(1 - delta);
  if (!share.complement) return wasm.op('f32x4.ge', scope.register(share.coordinates[0]), wasm.floats(high));
  if (share.coordinates.length === 1) {
    return wasm.op('f32x4.le', scope.register(share.coordinates[0]), wasm.floats(Math.fround(delta)));
  }
  const [a, b] = ([0, 1] as const).map((half) =>
    wasm.op('f64x2.ge', shareDoubles(scope, share, half), wasm.doubles(high)),
  );
  return { kind: 'shuffle', lanes: [0, 2, 4, 6], a, b };
}
