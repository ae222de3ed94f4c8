/**
 * States of many kinds and every measure of them: what a device must sum like `countPaths`. Paths stay where their cell
 * starts, so that each cell's tally tells of one state.
 */
import type { Cells, Kernel } from '../../../src/backends/contract.js';
import type { Share } from '../../../src/measures/observe/share.js';
import { type Measure, tallyOffsets } from '../../../src/measures/reduce/measure.js';
import { createBuilder } from '../../../src/program/builder.js';
import { incrementLayout } from '../../../src/program/increments.js';
import { randomNumbers } from '../../random-numbers.js';

/** A player of two strategies, one of three, an entry step, a count, a sum of gaps. */
const NAMES = ['x', 'y', 'z', 'entry', 'hits', 'gaps'];
const STEPS = 10_000_000;
const GAP_STEPS = 40;
const STRATEGIES = [2, 3];

const share = (...coordinates: number[]): Share => ({ coordinates, complement: false });
const left = (...coordinates: number[]): Share => ({ coordinates, complement: true });
const of = (observed: Share) => ({ kind: 'share', share: observed }) as const;

const measures: readonly Measure[] = [
  { kind: 'region', region: { shares: [share(0), share(1)], delta: 0.05 } },
  { kind: 'region', region: { shares: [left(0), left(1, 2)], delta: 0.3 } },
  { kind: 'profiles', strategies: STRATEGIES, delta: 0.05 },
  { kind: 'profiles', strategies: STRATEGIES, delta: 0.3 },
  { kind: 'distribution', of: of(share(0)), powers: 4, bins: 512, record: 0 },
  { kind: 'distribution', of: of(share(0)), powers: 4, bins: 512 },
  { kind: 'distribution', of: of(left(0)), powers: 2, bins: 2048 },
  { kind: 'distribution', of: of(share(1)), powers: 1, bins: 10 },
  { kind: 'distribution', of: of(left(1, 2)), powers: 4, bins: 64 },
  {
    kind: 'distribution',
    of: { kind: 'gap', register: 5, a: share(0), b: left(0), steps: GAP_STEPS },
    powers: 2,
    bins: 0,
  },
  { kind: 'passage', register: 3, steps: STEPS, bins: 2048 },
  { kind: 'passage', register: 3, steps: 300, bins: 7 },
  { kind: 'total', register: 4 },
];

/** Two records of a program that changes nothing. */
export function stillKernel(): Kernel {
  const builder = createBuilder('none', 0);
  return {
    program: builder.finish(NAMES.map((name, register) => ({ name, value: builder.register(register) }))),
    layout: incrementLayout('none', 0),
    records: [1, 2],
    measures,
    key: { lo: 0, hi: 0 },
  };
}

/** Shares where rounding is decided: ends, thresholds and their neighbours, halves of a unit, edges of bins. */
function edgeShares(): number[] {
  const ulp = 2 ** -24;
  const around = (x: number) => [x - ulp, x, x + ulp].map(Math.fround);
  return [
    0,
    1,
    2 ** -30,
    2.5 * 2 ** -22,
    3.5 * 2 ** -22,
    0.5 + 0.5 * 2 ** -22,
    ...[0.95, 0.05, 0.7, 0.3, 0.5, 1 / 512, 3 / 2048, 0.1].flatMap(around),
  ].filter((x) => x >= 0 && x <= 1);
}

/** Cells at edges and at random, each with a state of its own. */
export function stillCells(seed: string, count = 60): Cells {
  const random = randomNumbers(seed);
  const shares = edgeShares();
  // of three strategies: in units of 2^-16, so that sums do not round
  const simplex = () => {
    const y = Math.floor(random.unit() * 65_537);
    const z = Math.floor(random.unit() * (65_537 - y));
    const corner = random.unit();
    if (corner < 0.2) return [65_536 - (z % 3000), 0].map((n) => n / 65_536);
    if (corner < 0.4) return [y % 3000, z % 3000].map((n) => n / 65_536);
    return [y, z].map((n) => n / 65_536);
  };
  const entries = [-1, 0, 1, 4095, 4096, 4097, 65_535, STEPS - 1, STEPS];
  const states = Array.from({ length: count }, (_, i) => [
    i < shares.length ? shares[i] : i % 3 === 0 ? 1 - random.unit() * 0.1 : random.unit(),
    ...simplex(),
    i < entries.length
      ? entries[i]
      : i % 2 === 0
        ? Math.floor(random.unit() * 302) - 1
        : Math.floor(random.unit() * STEPS),
    i === 0 ? 2 ** 24 - 1 : Math.floor(random.unit() * 2 ** (i % 24)),
    random.unit() * GAP_STEPS,
  ]);
  return {
    count: states.length,
    coefficients: new Float32Array(0),
    start: Float32Array.from(states.flat()),
    streams: new Uint32Array(states.length),
  };
}

/** One of the cells. */
export function cellOf(cells: Cells, cell: number): Cells {
  const width = NAMES.length;
  return {
    ...cells,
    count: 1,
    start: cells.start.slice(cell * width, (cell + 1) * width),
    streams: new Uint32Array(1),
  };
}

/** What a number of a tally means. */
export interface Slot {
  readonly name: string;
  /** Power of a share or gap; 0 for everything else. */
  readonly power: number;
  readonly gap: boolean;
  /** Where the first power of the same measure stands. */
  readonly first: number;
}

function slots(): Slot[] {
  const offsets = tallyOffsets(measures);
  const all: Slot[] = [];
  for (const [m, measure] of measures.entries()) {
    const end = m + 1 < measures.length ? offsets[m + 1] : offsets[m] + 1;
    for (let i = offsets[m]; i < end; i++) {
      const power = measure.kind === 'distribution' && i - offsets[m] < measure.powers ? i - offsets[m] + 1 : 0;
      const gap = measure.kind === 'distribution' && measure.of.kind === 'gap';
      all.push({ name: `${measure.kind} ${m}, number ${i - offsets[m]}`, power, gap, first: offsets[m] });
    }
  }
  return all;
}

/** A higher power from the first, both in units of 2^-22: products of lower powers, each rounded to a unit. */
export function powerInUnits(first: number, power: number): number {
  const units = 2n ** 22n;
  const product = (a: bigint, b: bigint) => (a * b + units / 2n) / units;
  const one = BigInt(first);
  const two = product(one, one);
  return Number([one, two, product(two, one), product(two, two)][power - 1]);
}

/**
 * Throws where the tallies of `paths` equal paths a cell are not those of the reference. Everything is the same number but
 * the second and higher powers, which single precision defines otherwise, and gaps, which it rounds.
 */
export function compareTallies(found: ArrayLike<number>, exact: ArrayLike<number>, paths: number): void {
  const all = slots();
  if (found.length !== exact.length) throw new Error(`${found.length} numbers, not ${exact.length}`);
  for (let i = 0; i < exact.length; i++) {
    const cell = Math.floor(i / all.length);
    const { name, power, gap, first } = all[i % all.length];
    const own = found[cell * all.length + first] / paths;
    const expected = power > 1 && !gap ? powerInUnits(own, power) * paths : exact[i];
    // power k carries half a unit of the first power k times, and half a unit for each of its k - 1 products. A gap is a
    // quotient of numbers below 41 in single precision: 4 units for its mean, and twice that for its square
    const bound = power > 1 ? (gap ? 10 : power) * paths : gap ? 5 * paths : 0;
    if (!(Math.abs(found[i] - exact[i]) <= bound) || (!gap && found[i] !== expected)) {
      throw new Error(`cell ${cell}, ${name}: ${found[i]}, not ${expected} (reference ${exact[i]})`);
    }
  }
}
