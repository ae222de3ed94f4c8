/**
 * The programs that are compared: how each is started, with what increments, and what to install where it is missing.
 * Knows nothing of rounds and rates.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const peers = fileURLToPath(new URL('../peers/', import.meta.url));
const engine = createRequire(new URL('../../packages/engine/package.json', import.meta.url));
const C_FLAGS = ['-std=gnu11', '-O3', '-march=native', '-ffast-math'];

/** The first line that a command prints, or undefined where it cannot be run. */
function firstLine(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0];
  } catch {
    return undefined;
  }
}

/** A Python with both packages, Debian's before the one of the PATH: `{ command, version }`, or undefined. */
function findPython() {
  const ask = 'import sys, numpy, numba; print(sys.version.split()[0], numpy.__version__, numba.__version__)';
  for (const command of [process.env.PYTHON, '/usr/bin/python3', 'python3']) {
    const versions = command && firstLine(command, ['-c', ask])?.split(' ');
    if (versions) return { command, versions };
  }
  return undefined;
}

/** Compiles one C program into a folder; undefined where there is no gcc. */
function compiled(name, folder) {
  const gcc = firstLine('gcc', ['--version']);
  if (!gcc) return undefined;
  const output = join(folder, name);
  execFileSync('gcc', [...C_FLAGS, join(peers, `${name}.c`), '-o', output, '-lm'], { stdio: 'inherit' });
  return { command: output, version: gcc };
}

/**
 * Programs as `{ program, version, increments, start }` where `start(paths, seed)` is a command line, or
 * `{ program, increments, missing }` with what to install.
 */
export function findPrograms(buildFolder) {
  const node = (file, ...words) => ({ command: process.execPath, args: [join(peers, file), ...words] });
  const c = (increments) => {
    const found = compiled(increments, buildFolder);
    const base = { program: 'C, gcc', increments };
    if (!found) return { ...base, missing: 'apt-get install gcc libc6-dev' };
    return { ...base, version: found.version, start: start({ command: found.command, args: [] }) };
  };
  const python = findPython();
  const py = (program, file, increments) => {
    if (!python) return { program, increments, missing: 'apt-get install python3-numpy python3-numba' };
    const [own, numpy, numba] = python.versions;
    const version = `${program === 'numba' ? numba : numpy}, Python ${own}`;
    return {
      program,
      increments,
      version,
      start: start({ command: python.command, args: [join(peers, file), increments] }),
    };
  };
  const octave = firstLine('octave-cli', ['--version']);
  const ours = (backend, scheme, increments) => ({
    program: `trilogue ${backend} ${scheme}`,
    ours: true,
    increments,
    start: start(node('ours.mjs', backend, scheme)),
  });
  const gpujs = (mode, increments) => ({
    program: `GPU.js ${mode}`,
    increments,
    version: engine('gpu.js/package.json').version,
    start: start(node('gpujs.mjs', mode, increments)),
  });
  return [
    c('two-point'),
    ours('wasm', 'weak-euler', 'two-point'),
    ours('cpu', 'weak-euler', 'two-point'),
    gpujs('webasm', 'two-point'),
    gpujs('cpu', 'two-point'),
    py('NumPy', 'numpy_paths.py', 'two-point'),
    c('gaussian'),
    ours('wasm', 'euler', 'gaussian'),
    ours('cpu', 'euler', 'gaussian'),
    gpujs('webasm', 'gaussian'),
    gpujs('cpu', 'gaussian'),
    py('numba', 'numba_paths.py', 'gaussian'),
    py('NumPy', 'numpy_paths.py', 'gaussian'),
    octave
      ? {
          program: 'Octave',
          increments: 'gaussian',
          version: octave,
          start: start({ command: 'octave-cli', args: ['--norc', '--quiet', join(peers, 'octave_paths.m')] }),
        }
      : { program: 'Octave', increments: 'gaussian', missing: 'apt-get install octave' },
  ];
}

function start({ command, args }) {
  return (paths, seed) => [command, [...args, String(paths), String(seed)]];
}
