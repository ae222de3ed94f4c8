/**
 * Runs the programs in turn, three rounds, and takes the best of each: other work on the machine only slows one down,
 * and rates of one round are of the same quarter of an hour. Seconds are of the processor, all threads of a program
 * together, so that a waiting program is not a slow one.
 */
import { execFileSync } from 'node:child_process';

const ROUNDS = 3;
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

/**
 * Adds to each program its best rate and the probability over all rounds: `{ ..., paths, stepsPerSecond, probability }`.
 *
 * @param seconds how long one measurement takes, about
 * @param onRun told the program before each measurement
 */
export function measureRates(programs, seconds, onRun) {
  const measured = programs.map((program) => {
    onRun(program, 0);
    const { steps, seconds: spent } = run(program.start(PROBE_PATHS, 0));
    const paths = Math.ceil((PROBE_PATHS * seconds) / Math.max(spent, 1e-3) / 64) * 64;
    return { ...program, stepsPerPath: steps / PROBE_PATHS, wanted: paths, paths: 0, full: 0, stepsPerSecond: 0 };
  });
  for (let round = 1; round <= ROUNDS; round++) {
    for (const row of measured) {
      onRun(row, round);
      const { steps, seconds: spent, probability } = run(row.start(row.wanted, round));
      const paths = steps / row.stepsPerPath;
      row.paths += paths;
      row.full += probability * paths;
      row.stepsPerSecond = Math.max(row.stepsPerSecond, steps / spent);
    }
  }
  return measured.map(({ wanted, stepsPerPath, full, start, ...row }) => ({ ...row, probability: full / row.paths }));
}
