/**
 * Runs the programs in turn, three rounds, and takes the best of each: other work on the machine only slows one down,
 * and rates of one round are of the same minute. Seconds are of the processor, all threads of a program
 * together, so that a waiting program is not a slow one.
 */
import { execFileSync } from 'node:child_process';

const ROUNDS = 3;
/** Steps of a path, in every program. */
const STEPS = 200;
const PROBE_PATHS = 1 << 14;

/** Threads that libraries would start are kept to one. */
const env = {
  ...process.env,
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMBA_NUM_THREADS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
};

function run([command, args]) {
  try {
    return JSON.parse(execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
  } catch (error) {
    throw new Error(`${[command, ...args].join(' ')} failed: ${error.stderr || error.message}`);
  }
}

/** Paths that take about so long. Grows until a run is long enough to leave compilation behind. */
function pathsFor(program, seconds) {
  for (let paths = PROBE_PATHS; ; ) {
    const { steps, seconds: spent } = run(program.start(paths, 0));
    const factor = seconds / Math.max(spent, 1e-3);
    paths = Math.ceil(((steps / STEPS) * Math.min(factor, 16)) / 64) * 64;
    if (factor < 3) return paths;
  }
}

/**
 * Adds to each program its best rate and the probability over all rounds: `{ ..., paths, stepsPerSecond, probability }`.
 *
 * @param seconds how long one measurement takes, about
 * @param onRun told the program before each measurement
 */
export function measureRates(programs, seconds, onRun) {
  const measured = programs.map((program) => {
    onRun(program, 0);
    const wanted = pathsFor(program, seconds);
    return { ...program, wanted, paths: 0, full: 0, stepsPerSecond: 0 };
  });
  for (let round = 1; round <= ROUNDS; round++) {
    for (const row of measured) {
      onRun(row, round);
      const { steps, seconds: spent, probability } = run(row.start(row.wanted, round));
      const paths = steps / STEPS;
      row.paths += paths;
      row.full += probability * paths;
      row.stepsPerSecond = Math.max(row.stepsPerSecond, steps / spent);
    }
  }
  return measured.map(({ wanted, full, start, ...row }) => ({ ...row, probability: full / row.paths }));
}
