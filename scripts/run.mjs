/**
 * How the scripts of this folder run other programs: in the root of the repository, signals passed on, steps reported by one
 * line each. Owns no order of steps.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Program and first arguments that run npm: the one that started us, so that its version is the same throughout. */
export const npmCommand = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** @type {NodeJS.Signals[]} */
const passed = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end. A signal that asks this process to stop goes to the program, and when that has ended, in its own
 * way and time, this process ends too: with the program's exit code, or 128 + number of the signal where that is 0.
 *
 * @param {readonly string[]} command program and arguments; `npm` and `node` mean the ones that run now
 * @param {{ output?: 'show' | 'keep' | 'stderr', env?: Record<string, string> }} [options] `output`: shown as it is (default),
 * kept and returned, or shown with standard output sent to standard error; `env`: added to the environment
 * @returns {Promise<{ code: number, text: string }>} exit code (128 + number of the signal that ended it, 127 where it could
 * not be started) and the output that was kept
 */
export function run([name, ...args], { output = 'show', env = {} } = {}) {
  const [program, ...first] = name === 'npm' ? npmCommand : name === 'node' ? [process.execPath] : [name];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio:
        output === 'keep' ? ['ignore', 'pipe', 'pipe'] : ['inherit', output === 'stderr' ? 2 : 'inherit', 'inherit'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (text += part));
    const signals = passSignals(child);
    child.on('error', (error) => {
      signals.stop();
      resolve({ code: 127, text: `${name}: ${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      const asked = signals.stop();
      if (asked) process.exit(code || 128 + constants.signals[asked]);
      resolve({ code: signal ? 128 + constants.signals[signal] : (code ?? 1), text });
    });
  });
}

/**
 * Runs one step: prints its name, then its seconds, and its output only where it fails.
 *
 * @param {string} name what the line says
 * @param {readonly string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it exited with 0
 */
export async function step(name, command, env) {
  const start = performance.now();
  process.stderr.write(`${name} ... `);
  const { code, text } = await run(command, { output: 'keep', env });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stderr.write(
    code === 0 ? `${seconds} s\n` : `failed with exit code ${code} after ${seconds} s\n${text.trimEnd()}\n`,
  );
  return code === 0;
}

/**
 * Keeps this process alive through a signal and lets the child decide what it means. A terminal sends Ctrl-C to both of us;
 * whoever sends it otherwise reaches only this process.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(child) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    received = signal;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of passed) process.on(signal, pass);
  return {
    /** Back to the usual meaning of signals; returns the one that came, if any. */
    stop() {
      for (const signal of passed) process.off(signal, pass);
      return received;
    },
  };
}
