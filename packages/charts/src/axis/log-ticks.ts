/**
 * Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them on a short axis.
 * Owns the ends and the labels; coordinates are decimal logarithms, so that the axis itself is an even one.
 */
import { brief, superscript, type Ticks } from './ticks.js';

export interface LogAxis {
  ticks: Ticks;
  /** Decimal logarithms of the ends. */
  ends: [number, number];
}

interface Mark {
  factor: number;
  power: number;
  at: number;
}

const mostTicks = 7;
/** So much of the axis is left free at both ends. */
const room = 0.08;
const slack = 1e-9;

/** The axis for positive numbers between `low` and `high`. */
export function logAxis(low: number, high: number): LogAxis {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const free = room * (to - from) || room;
  const ends: [number, number] = [from - free, to + free];
  const decades = marksBetween(ends, [1]);
  if (decades.length >= 3) return { ticks: ticksOf(decades), ends };
  const fine = marksBetween(ends, [1, 2, 5]);
  if (fine.length >= 2) return { ticks: ticksOf(fine), ends };
  const around = marksBetween([Math.floor(ends[0]), Math.ceil(ends[1])], [1, 2, 5]);
  const [first, last] = [around.findLast(({ at }) => at <= ends[0])!, around.find(({ at }) => at >= ends[1])!];
  return { ticks: ticksOf([first, last]), ends: [first.at - slack, last.at + slack] };
}

/** The numbers factor * 10^power whose logarithm lies between the ends. */
function marksBetween([from, to]: readonly [number, number], factors: readonly number[]): Mark[] {
  const first = Math.floor(from);
  return Array.from({ length: Math.ceil(to) - first + 1 }, (_, k) => first + k)
    .flatMap((power) => factors.map((factor) => ({ factor, power, at: power + Math.log10(factor) })))
    .filter(({ at }) => at >= from - slack && at <= to + slack);
}

function ticksOf(marks: readonly Mark[]): Ticks {
  const every = Math.ceil(marks.length / mostTicks);
  const kept = marks.filter((_, k) => k % every === 0);
  const plain = kept.every(({ power }) => power >= -2 && power <= 3);
  const labels = kept.map(({ factor, power }) => {
    if (plain) return brief(factor * 10 ** power);
    return `${factor === 1 ? '' : `${factor}×`}10${superscript(power)}`;
  });
  return { unit: 1, unitLabel: '', at: kept.map(({ at }) => at), labels };
}
