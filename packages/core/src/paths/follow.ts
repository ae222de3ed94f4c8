/**
 * Paths of the equation without noise, many at a time: Dormand and Prince's Runge-Kutta method of orders 5 and 4 with error control, each
 * path with steps of its own; where that finds an equation to be stiff, a Rosenbrock method follows the rest.
 * Sources: Dormand & Prince (1980), A family of embedded Runge-Kutta formulae; the step control, the continuous extension and the test
 * for stiffness of Hairer, Norsett & Wanner (1993) and Hairer & Wanner (1996), Solving Ordinary Differential Equations I and II.
 */
import { followStiff } from './rosenbrock.js';
import type { PathStart, PathSystem } from './system.js';
import { FAR, MOST_STEPS, type PathStep, type PathTask, tooLong } from './task.js';

export interface Followed {
  readonly steps: number;
  readonly rejected: number;
}

/** Rows of the tableau; the last one gives the solution. */
const stages: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Where in the step each row's state stands. */
const nodes: readonly number[] = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
/** The solution of order 5 less that of order 4. */
const difference: readonly number[] = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/** The part of order 4 of the continuous extension. */
const between: readonly number[] = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/** Steps after which a path is looked at for stiffness, and every so many from then on. */
const LOOK_AFTER = 200;
/** The limit of stability of the method, and how often a step must be at it. */
const STIFF = 2;
const STIFF_STEPS = 15;
/** Paths that are followed side by side. */
const LANES = 64;

/**
 * Follows paths; yields between rounds of steps, so that a caller can stop or let others work.
 * @throws GameError of code `limit` where a path takes more than 5 million steps, or its velocity is no number.
 */
export function* followPaths(system: PathSystem, task: PathTask): Generator<void, Followed> {
  const { size, ratios, scales } = system;
  const { count, horizon, tolerance } = task;
  const lanes = Math.min(LANES, count);
  const { recording, velocities, load } = system.record(lanes);
  const { values } = recording;
  const rows = () => new Float64Array(size * lanes);
  const [y, next, sixth] = [rows(), rows(), rows()];
  const k = Array.from({ length: 7 }, rows);
  const [time, h, error] = [0, 1, 2].map(() => new Float64Array(lanes)) as [Float64Array, Float64Array, Float64Array];
  const [path, tried, stiff, ending] = [0, 1, 2, 3].map(() => new Int32Array(lanes)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const starts: PathStart[] = [];
  const state = new Float64Array(size);
  const most = task.longest ?? horizon;
  let [begun, active, steps, rejected] = [0, 0, 0, 0];

  const evaluate = (into: Float64Array, at: number) => {
    for (let l = 0; l < active; l++) values[size * lanes + l] = time[l]! + at * h[l]!;
    recording.run(active);
    for (let i = 0; i < size; i++) {
      const from = velocities[i]! * lanes;
      for (let l = 0; l < active; l++) into[i * lanes + l] = values[from + l]!;
    }
  };
  const stateOf = (from: Float64Array, l: number) => {
    for (let i = 0; i < size; i++) state[i] = from[i * lanes + l]!;
    return state;
  };
  /** Puts the paths that wait into lanes that are free. */
  const fill = () => {
    const first = active;
    while (active < lanes && begun < count) {
      const l = active++;
      starts[l] = task.start(begun);
      system.start(starts[l], state);
      for (let i = 0; i < size; i++) y[i * lanes + l] = state[i]!;
      load(l, starts[l]);
      [path[l], time[l], tried[l], stiff[l]] = [begun++, 0, 0, 0];
    }
    if (first === active) return;
    for (let i = 0; i < size; i++) for (let l = 0; l < active; l++) values[i * lanes + l] = y[i * lanes + l]!;
    h.fill(0, first, active);
    evaluate(next, 0);
    for (let l = first; l < active; l++) {
      let fastest = 0;
      for (let i = 0; i < size; i++) {
        k[0]![i * lanes + l] = next[i * lanes + l]!;
        fastest = Math.max(fastest, Math.abs(next[i * lanes + l]!) / scales[i]!);
      }
      h[l] = Math.min(most, (0.5 * tolerance ** 0.2) / (fastest + 1e-300));
    }
  };
  /** Takes a path out of its lane, which the last one takes. */
  const leave = (l: number) => {
    const last = --active;
    if (l === last) return;
    for (const column of [y, k[0]!]) for (let i = 0; i < size; i++) column[i * lanes + l] = column[i * lanes + last]!;
    for (const column of [time, h, path, tried, stiff]) column[l] = column[last]!;
    starts[l] = starts[last]!;
    load(l, starts[l]);
  };
  const view = (l: number): PathStep => ({
    time: time[l]!,
    length: h[l]!,
    read(part, into) {
      const rest = 1 - part;
      for (let i = 0; i < size; i++) {
        const at = i * lanes + l;
        const whole = next[at]! - y[at]!;
        const first = h[l]! * k[0]![at]! - whole;
        let fourth = 0;
        for (let s = 0; s < 7; s++) fourth += between[s]! * k[s]![at]!;
        const value =
          y[at]! +
          part * (whole + rest * (first + part * (whole - h[l]! * k[6]![at]! - first + rest * h[l]! * fourth)));
        // a logarithm of 0 stays one
        state[i] = Number.isFinite(y[at]!) ? value : y[at]!;
      }
      system.read(state, starts[l]!, into);
    },
  });

  fill();
  while (active > 0) {
    for (let l = 0; l < active; l++) {
      h[l] = Math.min(h[l]!, most);
      ending[l] = time[l]! + h[l]! * (1 + 1e-9) >= horizon ? 1 : 0;
      if (ending[l]) h[l] = horizon - time[l]!;
    }
    for (const [s, row] of stages.entries()) {
      for (let i = 0; i < size; i++) stageState(s, row, i * lanes);
      if (s === 4) sixth.set(values.subarray(0, size * lanes));
      if (s === 5) next.set(values.subarray(0, size * lanes));
      evaluate(k[s + 1]!, nodes[s]!);
    }
    error.fill(0);
    for (let i = 0; i < size; i++) {
      const [k0, , k2, k3, k4, k5, k6] = k.map((own) => own.subarray(i * lanes)) as Float64Array[];
      const [a, , c, d, e, f, g] = difference as [number, number, number, number, number, number, number];
      const unit = scales[i]!;
      for (let l = 0; l < active; l++) {
        const sum = a * k0![l]! + c * k2![l]! + d * k3![l]! + e * k4![l]! + f * k5![l]! + g * k6![l]!;
        const part = Math.abs(h[l]! * sum) / (ratios ? Math.max(unit, Math.abs(y[i * lanes + l]!) * FAR) : unit);
        if (!(part <= error[l]!)) error[l] = part;
      }
    }
    // from the last lane on, so that the one that takes a free lane has had its turn
    for (let l = active - 1; l >= 0; l--) {
      const wrong = error[l]! / tolerance;
      const longer = Number.isNaN(wrong) ? 0.2 : Math.min(5, Math.max(0.2, 0.9 * wrong ** -0.2));
      if (++tried[l]! > MOST_STEPS) throw tooLong(time[l]!);
      if (!(wrong <= 1)) {
        rejected++;
        h[l]! *= longer;
        if (h[l]! < 1e-14 * horizon) throw tooLong(time[l]!);
        continue;
      }
      steps++;
      if (task.onStep) task.onStep(path[l]!, view(l));
      lookForStiffness(l);
      stateOf(next, l);
      system.settle(state);
      for (let i = 0; i < size; i++) {
        y[i * lanes + l] = state[i]!;
        k[0]![i * lanes + l] = k[6]![i * lanes + l]!;
      }
      time[l]! += h[l]!;
      h[l]! *= longer;
      if (ending[l]) {
        task.onEnd(path[l]!, stateOf(y, l), starts[l]!);
        leave(l);
      } else if (stiff[l]! >= STIFF_STEPS) {
        const own = { number: path[l]!, start: starts[l]!, time: time[l]!, h: h[l]!, state: stateOf(y, l) };
        steps += followStiff(system, task, own);
        leave(l);
      }
    }
    fill();
    yield;
  }
  return { steps, rejected };

  /** The state at which a stage looks, of one number of it in all lanes: written out, since this is where the time goes. */
  function stageState(s: number, row: readonly number[], from: number): void {
    const [k0, k1, k2, k3, k4, k5] = k as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = row;
    const end = from + active;
    switch (s) {
      case 0:
        for (let l = from; l < end; l++) values[l] = y[l]! + h[l - from]! * a * k0[l]!;
        break;
      case 1:
        for (let l = from; l < end; l++) values[l] = y[l]! + h[l - from]! * (a * k0[l]! + b * k1[l]!);
        break;
      case 2:
        for (let l = from; l < end; l++) values[l] = y[l]! + h[l - from]! * (a * k0[l]! + b * k1[l]! + c * k2[l]!);
        break;
      case 3:
        for (let l = from; l < end; l++) {
          values[l] = y[l]! + h[l - from]! * (a * k0[l]! + b * k1[l]! + c * k2[l]! + d * k3[l]!);
        }
        break;
      default:
        // the last row has nothing of the second stage
        for (let l = from; l < end; l++) {
          values[l] =
            y[l]! + h[l - from]! * (a * k0[l]! + b * k1[l]! + c * k2[l]! + d * k3[l]! + e * k4[l]! + f * k5[l]!);
        }
    }
  }

  /** Counts the steps that are as long as stability allows and no longer. */
  function lookForStiffness(l: number): void {
    if (tried[l]! < LOOK_AFTER || (tried[l]! % 50 !== 0 && stiff[l] === 0)) return;
    let [slopes, ways] = [0, 0];
    for (let i = 0; i < size; i++) {
      const at = i * lanes + l;
      if (!Number.isFinite(next[at]!)) continue;
      slopes += ((k[6]![at]! - k[5]![at]!) / scales[i]!) ** 2;
      ways += ((next[at]! - sixth[at]!) / scales[i]!) ** 2;
    }
    if (ways > 0 && h[l]! * Math.sqrt(slopes / ways) > STIFF) stiff[l]!++;
    else stiff[l] = Math.max(0, stiff[l]! - 1);
  }
}
