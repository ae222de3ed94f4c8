/** Power sums and histogram of an observable: what `reduce/distribution.ts` counts, in a kernel. */
import type { DistributionMeasure, Observable } from '../../../measures/reduce/distribution.js';
import { firstFloat, LOWEST } from './edges.js';
import type { Bins, Parts, Read, Sums } from './part.js';
import { shareSum, shareText } from './shares.js';
import { inTwoParts } from './units.js';

/** Each power as the product of two lower ones. */
const FACTORS = [
  [1, 1],
  [2, 1],
  [2, 2],
] as const;

export function distributionParts(measure: DistributionMeasure, read: Read): Parts {
  const { of, powers, bins } = measure;
  return {
    // two powers have four parts, as many as a kernel returns
    sums: powers === 4 ? [powerSums(of, 0, 2, read), powerSums(of, 2, 4, read)] : [powerSums(of, 0, powers, read)],
    bins: bins > 0 ? [histogram(of, bins, powers, read)] : [],
  };
}

/** Sums of the powers above `from`, up to `to`. */
function powerSums(observable: Observable, from: number, to: number, read: Read): Sums {
  const lines = [`const power1 = ${unitsText(observable, read)};`];
  for (let power = 2; power <= to; power++) {
    const [a, b] = FACTORS[power - 2];
    lines.push(`const power${power} = unitProduct(power${a}, power${b});`);
  }
  const parts = Array.from({ length: to - from }, (_, i) => inTwoParts(`power${from + i + 1}`, from + i));
  return { lines: [...lines, ...parts.flatMap((part) => part.lines)], sums: parts.flatMap((part) => part.sums) };
}

function unitsText(observable: Observable, read: Read): string {
  if (observable.kind === 'gap') return `unitsUp(${gapText(observable, read)})`;
  const { share } = observable;
  return `${share.complement ? 'unitsLeft' : 'unitsUp'}(${shareSum(share, read)})`;
}

function gapText({ register, a, b, steps }: Extract<Observable, { kind: 'gap' }>, read: Read): string {
  const half = `Math.abs(${shareText(a, read)} - ${shareText(b, read)}) * 0.5`;
  return `(${read(register)} - ${half}) / ${steps}.0`;
}

/** Equal bins on [0, 1]. Where the value is what others leave, the kernel has minus their sum, which ascends with it. */
function histogram(observable: Observable, bins: number, at: number, read: Read): Bins {
  const last = (value: number) => Math.min(bins - 1, Math.floor(value * bins));
  const left = observable.kind === 'share' && observable.share.complement;
  const binOf = left ? (x: number) => last(1 + x) : last;
  const [low, high] = left ? [-1, 0] : [0, 1];
  const value =
    observable.kind === 'gap' ? gapText(observable, read) : `${left ? '-' : ''}${shareSum(observable.share, read)}`;
  const edge = (bin: number) => (bin === 0 ? LOWEST : firstFloat((x) => binOf(x) >= bin, low, high));
  return { value, at, edges: () => Array.from({ length: bins }, (_, bin) => edge(bin)) };
}
