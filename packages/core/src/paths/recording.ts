/**
 * Arithmetic that is recorded once and then run for many paths side by side, in double precision: what integrates an equation at ten
 * thousand points. Numbers of paths stand in lanes; a value has a slot in each.
 */
import type { Algebra } from '../equation/algebra.js';

/** A value of the recording. */
export type Slot = number & { readonly brand: 'slot' };

/** An algebra that writes down what is computed. Equal operations are kept once, and what is made of constants is computed at once. */
export interface Recorder extends Algebra<Slot> {
  /** A number that is given anew to each run, or with `fixed` to each path. Inputs that come first have slots 0, 1, 2 ... */
  input(fixed?: 'fixed'): Slot;
  finish(lanes: number): Recording;
}

export interface Recording {
  readonly lanes: number;
  /** Value of a slot in a lane, at slot times `lanes` plus lane. */
  readonly values: Float64Array;
  /** Computes what is made of fixed inputs alone, in one lane. */
  prepare(lane: number): void;
  /** Computes all else in the first lanes. */
  run(lanes: number): void;
}

const names = ['add', 'sub', 'mul', 'div', 'min', 'max', 'less', 'select', 'sqrt', 'exp', 'log', 'sin', 'cos'] as const;
const codes = Object.fromEntries(names.map((name, code) => [name, code])) as Record<(typeof names)[number], number>;

interface Operation {
  readonly code: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export function createRecorder(): Recorder {
  let slots = 0;
  const constants = new Map<number, number>();
  const literals = new Map<number, Slot>();
  const fixed = new Set<number>();
  const known = new Map<string, Slot>();
  const operations: Operation[] = [];
  const fresh = () => slots++ as Slot;

  const constant = (value: number): Slot => {
    const before = literals.get(value);
    if (before !== undefined) return before;
    const slot = fresh();
    literals.set(value, slot);
    constants.set(slot, value);
    fixed.add(slot);
    return slot;
  };
  const record = (code: number, a: Slot, b: Slot = a, c: Slot = a): Slot => {
    const key = `${code},${a},${b},${c}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const to = [a, b, c].every((slot) => constants.has(slot))
      ? constant(computed(code, constants.get(a)!, constants.get(b)!, constants.get(c)!))
      : fresh();
    if (!constants.has(to)) {
      operations.push({ code, to, a, b, c });
      if ([a, b, c].every((slot) => fixed.has(slot))) fixed.add(to);
    }
    known.set(key, to);
    return to;
  };
  const is = (slot: Slot, value: number) => constants.get(slot) === value;

  return {
    constant,
    add: (a, b) => (is(a, 0) ? b : is(b, 0) ? a : record(codes.add, a, b)),
    sub: (a, b) => (is(b, 0) ? a : record(codes.sub, a, b)),
    mul: (a, b) => {
      if (is(a, 0) || is(b, 0)) return constant(0);
      return is(a, 1) ? b : is(b, 1) ? a : record(codes.mul, a, b);
    },
    div: (a, b) => (is(b, 1) ? a : record(codes.div, a, b)),
    min: (a, b) => record(codes.min, a, b),
    max: (a, b) => record(codes.max, a, b),
    less: (a, b) => record(codes.less, a, b),
    select: (condition, a, b) => record(codes.select, condition, a, b),
    sqrt: (a) => record(codes.sqrt, a),
    exp: (a) => record(codes.exp, a),
    log: (a) => record(codes.log, a),
    sin: (a) => record(codes.sin, a),
    cos: (a) => record(codes.cos, a),
    input(whether) {
      const slot = fresh();
      if (whether === 'fixed') fixed.add(slot);
      return slot;
    },
    finish(lanes) {
      const values = new Float64Array(slots * lanes);
      for (const [slot, value] of constants) values.fill(value, slot * lanes, (slot + 1) * lanes);
      const [once, always] = [true, false].map((whether) =>
        compiled(
          operations.filter(({ to }) => fixed.has(to) === whether),
          lanes,
        ),
      );
      return {
        lanes,
        values,
        prepare: (lane) => once!(values, lane, lane + 1),
        run: (count) => always!(values, 0, count),
      };
    },
  };
}

/** One operation on numbers, as the loops below do it. */
function computed(code: number, a: number, b: number, c: number): number {
  const values = Float64Array.of(a, b, c, 0);
  compiled([{ code, to: 3, a: 0, b: 1, c: 2 }], 1)(values, 0, 1);
  return values[3]!;
}

function compiled(operations: readonly Operation[], lanes: number) {
  const column = (of: (operation: Operation) => number) => Int32Array.from(operations, of);
  const code = column((operation) => operation.code);
  const [to, a, b, c] = (['to', 'a', 'b', 'c'] as const).map((key) => column((operation) => operation[key] * lanes));
  return (v: Float64Array, from: number, end: number): void => {
    const n = end - from;
    for (let i = 0; i < code.length; i++) {
      const o = to![i]! + from;
      const p = a![i]! + from;
      const q = b![i]! + from;
      const r = c![i]! + from;
      switch (code[i]) {
        case codes.add:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l]! + v[q + l]!;
          break;
        case codes.sub:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l]! - v[q + l]!;
          break;
        case codes.mul:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l]! * v[q + l]!;
          break;
        case codes.div:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l]! / v[q + l]!;
          break;
        case codes.min:
          for (let l = 0; l < n; l++) v[o + l] = Math.min(v[p + l]!, v[q + l]!);
          break;
        case codes.max:
          for (let l = 0; l < n; l++) v[o + l] = Math.max(v[p + l]!, v[q + l]!);
          break;
        case codes.less:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l]! < v[q + l]! ? 1 : 0;
          break;
        case codes.select:
          for (let l = 0; l < n; l++) v[o + l] = v[p + l] === 1 ? v[q + l]! : v[r + l]!;
          break;
        case codes.sqrt:
          for (let l = 0; l < n; l++) v[o + l] = Math.sqrt(Math.max(0, v[p + l]!));
          break;
        case codes.exp:
          for (let l = 0; l < n; l++) v[o + l] = Math.exp(v[p + l]!);
          break;
        case codes.log:
          for (let l = 0; l < n; l++) v[o + l] = Math.log(v[p + l]!);
          break;
        case codes.sin:
          for (let l = 0; l < n; l++) v[o + l] = Math.sin(v[p + l]!);
          break;
        case codes.cos:
          for (let l = 0; l < n; l++) v[o + l] = Math.cos(v[p + l]!);
          break;
      }
    }
  };
}
