/**
 * The equation without noise as an integrator wants it: recorded arithmetic from a state to its velocity, and the shares of a state.
 *
 * Where replicator dynamics move shares and nothing else does, the state is the logarithm of each share's ratio to the player's last one: it
 * changes by the payoffs' difference, so that a share of 1e-300 is as exact as any other, and what is decided is not stiff however large
 * payoffs are. With other dynamics the state is every share. States of the environment follow, and then the time.
 */

import type { Algebra } from '../equation/algebra.js';
import type { At } from '../equation/equation.js';
import { drift } from '../equation/equation.js';
import { holds } from '../equation/facts.js';
import type { EquationShape, Field, FieldShape } from '../equation/field.js';
import { duals } from '../equation/readings/dual.js';
import { atState } from '../equation/readings/numbers.js';
import { polynomialsOf, valuesAt } from '../equation/values.js';
import { createRecorder, type Recorder, type Recording, type Slot } from './recording.js';

/** Where the paths of an equation begin, and its numbers. */
export interface PathStart {
  /** Share of every strategy, player after player, then the states of the environment in their own units. */
  readonly state: ArrayLike<number>;
  /** As `coefficientsAt` gives them; none for a field, whose numbers are its own. */
  readonly coefficients?: ArrayLike<number>;
}

/** The values of an equation over any arithmetic, from its shares and the rest of the state. */
type Reader = <V>(
  algebra: Algebra<V>,
  coefficient: (index: number) => V,
  shares: readonly (readonly V[])[],
  time: V,
  environment: readonly V[],
) => At<V>;

export interface PathSystem {
  readonly shape: EquationShape;
  /** Numbers of the state; slots 0 to `size - 1` hold it, and slot `size` the time. */
  readonly size: number;
  /** Whether the state is logarithms of ratios. */
  readonly ratios: boolean;
  /** Numbers that `read` gives: shares of every strategy, then the environment's states. */
  readonly width: number;
  /** Recorded for so many lanes: the slot of each velocity. */
  record(lanes: number): { readonly recording: Recording; readonly velocities: readonly number[]; load: Load };
  /** As `record`, in one lane, with the slots of the Jacobian by [row][column], the last column being the derivative by time. */
  recordJacobian(): {
    readonly recording: Recording;
    readonly velocities: readonly number[];
    readonly jacobian: readonly (readonly number[])[];
    load: Load;
  };
  /** Where the state of a path begins. */
  start(of: PathStart, into: Float64Array): void;
  /** Shares and environment of a state; `start` says which strategies are not there. */
  read(state: ArrayLike<number>, start: PathStart, into: Float64Array): void;
  /** What an error of 1 means for each number of the state. */
  readonly scales: readonly number[];
  /** Puts what rounding moved back: sums of shares at 1, states of the environment inside their ranges. */
  settle(state: Float64Array): void;
}

/** Gives a lane the numbers of its path. */
type Load = (lane: number, of: PathStart) => void;

/** The system of a shape, whose coefficients each path brings. */
export function shapeSystem(shape: FieldShape): PathSystem {
  const terms = polynomialsOf(shape).reduce((sum, list) => sum + list.length, 0) + shape.numbers.length;
  return createSystem(shape, terms + shape.strategies.length, (algebra, coefficient, shares, time, environment) =>
    valuesAt(algebra, shape, coefficient, shares, () => time, environment),
  );
}

/** The system of a field, with its own numbers. */
export function fieldSystem(field: Field): PathSystem {
  return createSystem(field, 0, (algebra, _coefficient, shares, time, environment) =>
    atState(algebra, field, shares, time, environment),
  );
}

function createSystem(full: EquationShape, coefficients: number, valuesOf: Reader): PathSystem {
  // what Stratonovich's reading adds belongs to the noise
  const { reading: _, ...shape } = full;
  const { strategies, states = [] } = shape;
  const ratios = holds(shape, 'replicator') && holds(shape, 'no-mutation');
  const all = strategies.reduce((sum, count) => sum + count, 0);
  const moving = ratios ? all - strategies.length : all;
  const size = moving + states.length;

  /** Velocities from a state, over the recorder or over numbers with derivatives. */
  const velocitiesOf = <V>(
    algebra: Algebra<V>,
    coefficient: (index: number) => V,
    state: readonly V[],
    lasts: readonly V[],
    time: V,
  ): V[] => {
    const { constant, min, max } = algebra;
    const within = (value: V, low: number, high: number) => min(max(value, constant(low)), constant(high));
    const environment = states.map(({ low, high }, i) => within(state[moving + i]!, low, high));
    let next = 0;
    const shares = strategies.map((count, player) => {
      const own = state.slice(next, next + (ratios ? count - 1 : count));
      next += own.length;
      return ratios ? sharesOf(algebra, own, lasts[player]!) : own.map((share) => within(share, 0, 1));
    });
    const at = valuesOf(algebra, coefficient, shares, time, environment);
    const own = ratios ? at.payoffs().map((payoffs) => payoffs.slice(0, -1)) : drift(algebra, shape, at);
    return [...own.flat(), ...(states.length > 0 ? at.environment!().rates : [])];
  };

  const inputs = (recorder: Recorder) => ({
    state: Array.from({ length: size }, () => recorder.input()),
    time: recorder.input(),
    lasts: (ratios ? strategies : []).map(() => recorder.input('fixed')),
    numbers: Array.from({ length: coefficients }, () => recorder.input('fixed')),
  });
  const loader =
    (recording: Recording, { lasts, numbers }: ReturnType<typeof inputs>): Load =>
    (lane, { state, coefficients: given = [] }) => {
      const put = (slot: Slot, value: number) => {
        recording.values[slot * recording.lanes + lane] = value;
      };
      let next = 0;
      for (const [player, slot] of lasts.entries()) {
        next += strategies[player]!;
        put(slot, state[next - 1]! > 0 ? 0 : Number.NEGATIVE_INFINITY);
      }
      for (const [i, slot] of numbers.entries()) put(slot, given[i]!);
      recording.prepare(lane);
    };

  return {
    ...{ shape, size, ratios, width: all + states.length },
    scales: [...new Array<number>(moving).fill(1), ...states.map(({ low, high }) => high - low)],
    record(lanes) {
      const recorder = createRecorder();
      const given = inputs(recorder);
      const { state, lasts, time, numbers } = given;
      const velocities = velocitiesOf(recorder, (i) => numbers[i]!, state, lasts, time);
      const recording = recorder.finish(lanes);
      return { recording, velocities, load: loader(recording, given) };
    },
    recordJacobian() {
      const recorder = createRecorder();
      const given = inputs(recorder);
      const { state, lasts, time, numbers } = given;
      const zero = recorder.constant(0);
      const still = (value: Slot) => ({ value, slope: zero });
      const columns = Array.from({ length: size + 1 }, (_, by) => {
        const one = (value: Slot, i: number) => ({ value, slope: recorder.constant(i === by ? 1 : 0) });
        return velocitiesOf(
          duals(recorder),
          (i) => still(numbers[i]!),
          state.map(one),
          lasts.map(still),
          one(time, size),
        );
      });
      const recording = recorder.finish(1);
      return {
        recording,
        velocities: columns[0]!.map(({ value }) => value),
        jacobian: columns[0]!.map((_, row) => columns.map((column) => column[row]!.slope)),
        load: loader(recording, given),
      };
    },
    start({ state }, into) {
      let [next, to] = [0, 0];
      for (const count of strategies) {
        const last = state[next + count - 1]!;
        for (let s = 0; s < (ratios ? count - 1 : count); s++) {
          const share = state[next + s]!;
          into[to++] = ratios ? Math.log(share) - (last > 0 ? Math.log(last) : 0) : share;
        }
        next += count;
      }
      for (let i = 0; i < states.length; i++) into[to++] = state[next++]!;
    },
    read(state, { state: start }, into) {
      let [from, to] = [0, 0];
      for (const count of strategies) {
        if (!ratios) {
          for (let s = 0; s < count; s++) into[to++] = Math.min(1, Math.max(0, state[from++]!));
          continue;
        }
        let most = start[to + count - 1]! > 0 ? 0 : Number.NEGATIVE_INFINITY;
        const last = most;
        for (let s = 0; s < count - 1; s++) most = Math.max(most, state[from + s]!);
        let sum = Math.exp(last - most);
        into[to + count - 1] = sum;
        for (let s = 0; s < count - 1; s++) sum += into[to + s] = Math.exp(state[from + s]! - most);
        for (let s = 0; s < count; s++) into[to + s]! /= sum;
        from += count - 1;
        to += count;
      }
      for (const { low, high } of states) into[to++] = Math.min(high, Math.max(low, state[from++]!));
    },
    settle(state) {
      if (!ratios) {
        let next = 0;
        for (const count of strategies) {
          let sum = 0;
          for (let s = 0; s < count; s++) sum += state[next + s]!;
          for (let s = 0; s < count; s++) state[next + s]! /= sum;
          next += count;
        }
      }
      for (const [i, { low, high }] of states.entries()) {
        state[moving + i] = Math.min(high, Math.max(low, state[moving + i]!));
      }
    },
  };
}

/** Shares of a player from logarithms of ratios; `last` is that of the last one's to itself: 0, or minus infinity where it is not there. */
function sharesOf<V>(algebra: Algebra<V>, ratios: readonly V[], last: V): V[] {
  const { constant, add, sub, div, min, max, exp } = algebra;
  const one = constant(1);
  if (ratios.length === 1) {
    // 700 is infinity, whose derivative would be no number
    const share = div(one, add(one, exp(min(sub(last, ratios[0]!), constant(700)))));
    return [share, sub(one, share)];
  }
  const most = ratios.reduce((largest, ratio) => max(largest, ratio), last);
  const parts = [...ratios, last].map((ratio) => exp(sub(ratio, most)));
  const sum = parts.reduce((total, part) => add(total, part));
  return parts.map((part) => div(part, sum));
}
