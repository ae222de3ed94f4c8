/**
 * The rest of a path whose equation is stiff: a Rosenbrock method of orders 4 and 3, stiffly accurate and L-stable, with the exact Jacobian.
 * Source: RODAS of Hairer & Wanner (1996), Solving Ordinary Differential Equations II, section IV.7, with its continuous extension.
 */
import type { PathSystem } from './system.js';
import { FAR, type Following, MOST_STEPS, type PathTask, tooLong } from './task.js';

const GAMMA = 0.25;
/** What of each stage before it a stage's state has. */
const states = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
];
/** What of each stage before it a stage's equation has, over the step. */
const couplings = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];
/** Where in the step each stage stands, and what of the derivative by time it has. */
const nodes = [0, 0.386, 0.21, 0.63, 1, 1];
const times = [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0];
/** Weights of the continuous extension. */
const dense = [
  [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662],
  [-0.6762803392806898, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872],
];

/** Follows a path from where it is to the horizon; the number of steps that it takes. Throws GameError where there are too many. */
export function followStiff(system: PathSystem, task: PathTask, path: Following): number {
  const { size, scales, ratios } = system;
  const { recording, velocities, jacobian, load } = system.recordJacobian();
  const { values } = recording;
  load(0, path.start);
  const { tolerance, horizon } = task;
  const most = task.longest ?? horizon;
  const column = () => new Float64Array(size);
  let [time, h] = [path.time, path.h];
  let y = Float64Array.from(path.state);
  const stage = Array.from({ length: 6 }, column);
  const moved = column();
  const slope = column();
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  const evaluate = (state: Float64Array, at: number) => {
    for (let i = 0; i < size; i++) values[i] = state[i]!;
    values[size] = at;
    recording.run(1);
    for (let i = 0; i < size; i++) slope[i] = values[velocities[i]!]!;
  };
  let steps = 0;
  while (time < horizon) {
    if (++steps > MOST_STEPS) throw tooLong(time);
    h = Math.min(h, most);
    const last = time + h * (1 + 1e-9) >= horizon;
    if (last) h = horizon - time;
    evaluate(y, time);
    const byTime = jacobian.map((own, i) => {
      for (let c = 0; c < size; c++) rows[i]![c] = (c === i ? 1 / (h * GAMMA) : 0) - values[own[c]!]!;
      return values[own[size]!]!;
    });
    const solve = factored(rows, size);
    for (const [s, own] of couplings.entries()) {
      // the last two stages stand on what the one before has reached
      if (s === 5) for (let i = 0; i < size; i++) moved[i]! += stage[4]![i]!;
      else {
        for (let i = 0; i < size; i++) {
          let value = y[i]!;
          for (let j = 0; j < s; j++) value += states[s]![j]! * stage[j]![i]!;
          moved[i] = value;
        }
      }
      if (s > 0) evaluate(moved, time + nodes[s]! * h);
      const right = stage[s]!;
      for (let i = 0; i < size; i++) {
        let value = slope[i]! + times[s]! * h * byTime[i]!;
        for (let j = 0; j < own.length; j++) value += (own[j]! / h) * stage[j]![i]!;
        right[i] = value;
      }
      solve(right);
    }
    let error = 0;
    for (let i = 0; i < size; i++) {
      const size = ratios ? Math.max(1, Math.abs(y[i]!) * FAR) : scales[i]!;
      const part = Math.abs(stage[5]![i]!) / size;
      if (!(part <= error)) error = part;
    }
    error /= tolerance;
    const factor = Number.isNaN(error) ? 0.1 : Math.min(5, Math.max(0.1, 0.9 * error ** -0.25));
    if (error <= 1) {
      const [from, length, before] = [time, h, y];
      y = moved.map((value, i) => value + stage[5]![i]!);
      const [second, third] = dense.map((weights) =>
        y.map((_, i) => weights.reduce((sum, weight, s) => sum + weight * stage[s]![i]!, 0)),
      );
      const [start, end] = [before, y.slice()];
      task.onStep?.(path.number, {
        time: from,
        length,
        read(part, into) {
          const rest = 1 - part;
          const state = start.map(
            (value, i) => value * rest + part * (end[i]! + rest * (second![i]! + part * third![i]!)),
          );
          // a logarithm of 0 stays one
          system.read(
            ratios ? state.map((value, i) => (Number.isFinite(start[i]!) ? value : start[i]!)) : state,
            path.start,
            into,
          );
        },
      });
      system.settle(y);
      time = last ? horizon : time + h;
    } else if (h < 1e-14 * horizon) throw tooLong(time);
    h *= factor;
  }
  task.onEnd(path.number, y, path.start);
  return steps;
}

/** Solves with a matrix, which is destroyed: elimination with row exchanges. */
function factored(rows: Float64Array[], size: number): (right: Float64Array) => void {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let p = 0; p < size; p++) {
    let best = p;
    for (let r = p + 1; r < size; r++) {
      if (Math.abs(rows[order[r]!]![p]!) > Math.abs(rows[order[best]!]![p]!)) best = r;
    }
    [order[p], order[best]] = [order[best]!, order[p]!];
    const pivot = rows[order[p]!]!;
    for (let r = p + 1; r < size; r++) {
      const row = rows[order[r]!]!;
      const factor = row[p]! / pivot[p]!;
      row[p] = factor;
      for (let c = p + 1; c < size; c++) row[c]! -= factor * pivot[c]!;
    }
  }
  return (right) => {
    const solution = order.map((row) => right[row]!);
    for (let r = 0; r < size; r++) for (let c = 0; c < r; c++) solution[r]! -= rows[order[r]!]![c]! * solution[c]!;
    for (let r = size - 1; r >= 0; r--) {
      for (let c = r + 1; c < size; c++) solution[r]! -= rows[order[r]!]![c]! * solution[c]!;
      solution[r]! /= rows[order[r]!]![r]!;
    }
    right.set(solution);
  };
}
