/**
 * Recorded arithmetic: a list of operations on numbered slots, run once per parameter point.
 * Expanding payoffs with slots for coefficients leaves, besides the monomials, the short program that computes their
 * coefficients. Equal operations share a slot, so sub-expressions used often are computed once.
 */
import { refuse } from '../fault/game-error.js';
import { type Arithmetic, callNumber, type NumberFunction, numberFunctions } from '../polynomial/arithmetic.js';

/** Operations while recording, those saved included. Four times what the largest table takes. */
const most = 600_000;

const operation = { literal: 0, parameter: 1, add: 2, negate: 3, multiply: 4, divide: 5, power: 6, call: 7 } as const;
/** The code of a function is that of a call and its place here. */
const functions = Object.keys(numberFunctions) as NumberFunction[];

/** A recording in progress. Coefficients are slot numbers. */
export interface Tape {
  readonly arithmetic: Arithmetic<number>;
  /** The slot of a parameter. */
  readonly parameter: (name: string) => number;
  /** The number in a slot that holds the same number at every point; `undefined` for other slots. */
  readonly literal: (slot: number) => number | undefined;
  /** Ends the recording. The function returned computes all slots; its result is overwritten by its next call. */
  readonly finish: () => (parameters: (name: string) => number) => Float64Array;
}

/** An empty tape. @throws GameError, while recording, past 600,000 operations. */
export function createTape(): Tape {
  const codes: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  /** Arguments of a call are slots in this list, from the place in `first` on, as many as `second` says. */
  const calls: number[] = [];
  const literals = new Map<number, number>();
  const parameters: { readonly slot: number; readonly name: string }[] = [];
  const known = new Map<string, number>();

  const record = (code: number, a: number, b: number, key = `${code},${a},${b}`): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const slot = codes.length;
    codes.push(code);
    first.push(a);
    second.push(b);
    known.set(key, slot);
    return slot;
  };
  const of = (value: number): number => {
    const slot = record(operation.literal, 0, 0, `literal ${Object.is(value, -0) ? '-0' : value}`);
    literals.set(slot, value);
    return slot;
  };
  const parameter = (name: string): number => {
    const before = codes.length;
    const slot = record(operation.parameter, 0, 0, `parameter ${name}`);
    if (slot === before) parameters.push({ slot, name });
    return slot;
  };
  let operations = 0;
  const folded = (code: number, a: number, b: number): number => {
    if (++operations > most) throw tooLong();
    const left = literals.get(a);
    const right = literals.get(b);
    if (left !== undefined && right !== undefined) return of(compute(code, left, right));
    if (code === operation.add && left === 0) return b;
    if (code === operation.add && right === 0) return a;
    if (code === operation.multiply && (left === 0 || right === 0)) return of(0);
    if (code === operation.multiply && left === 1) return b;
    if (code === operation.multiply && right === 1) return a;
    return record(code, a, b);
  };

  const call = (name: NumberFunction, args: readonly number[]): number => {
    if (++operations > most) throw tooLong();
    const values = args.map((slot) => literals.get(slot));
    if (values.every((value) => value !== undefined)) return of(callNumber(name, values));
    const code = operation.call + functions.indexOf(name);
    const slot = record(code, calls.length, args.length, `${name} ${args.join()}`);
    if (slot === codes.length - 1 && first[slot] === calls.length) calls.push(...args);
    return slot;
  };

  return {
    arithmetic: {
      of,
      add: (a, b) => folded(operation.add, a, b),
      negate: (a) => folded(operation.negate, a, a),
      multiply: (a, b) => folded(operation.multiply, a, b),
      divide: (a, b) => folded(operation.divide, a, b),
      power: (a, b) => folded(operation.power, a, b),
      call,
      isZero: () => false,
    },
    parameter,
    literal: (slot) => literals.get(slot),
    finish: () => {
      const slots = new Float64Array(codes.length);
      for (const [slot, value] of literals) slots[slot] = value;
      const steps = Int32Array.from(codes.keys()).filter((slot) => codes[slot]! > operation.parameter);
      const listed = [...calls];
      const [code, left, right] = [Uint8Array.from(codes), Int32Array.from(first), Int32Array.from(second)];
      return (given) => {
        for (const { slot, name } of parameters) slots[slot] = given(name);
        for (const slot of steps) {
          const [a, b] = [left[slot]!, right[slot]!];
          slots[slot] =
            code[slot]! < operation.call
              ? compute(code[slot]!, slots[a]!, slots[b]!)
              : callNumber(
                  functions[code[slot]! - operation.call]!,
                  listed.slice(a, a + b).map((arg) => slots[arg]!),
                );
        }
        return slots;
      };
    },
  };
}

function tooLong(): Error {
  const found = `payoffs that take more than ${most} operations`;
  return refuse({ code: 'limit', found, expected: 'shorter payoffs' });
}

function compute(code: number, a: number, b: number): number {
  switch (code) {
    case operation.add:
      return a + b;
    case operation.negate:
      return -a;
    case operation.multiply:
      return a * b;
    case operation.divide:
      return a / b;
    default:
      return a ** b;
  }
}
