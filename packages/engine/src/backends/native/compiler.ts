/**
 * Compiles a kernel's C with the machine's own compiler, once for each text, flags and processor: what was compiled is kept in a
 * folder of the user's own. Nothing of a stranger's is run: the folder and the files must be the user's, and no others may write there.
 */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { cpus, homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { EngineError } from '../../errors.js';

export interface Compiler {
  /** As it names itself. */
  readonly version: string;
  /** The path of the program that a text becomes. */
  compile(text: string): Promise<string>;
}

/** No rounding is left out, no operations are joined: the bits are those of the text. */
const FLAGS = [
  ...['-std=gnu11', '-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno', '-fno-trapping-math'],
  ...['-fno-strict-aliasing', '-w', ...(process.arch === 'x64' ? ['-mprefer-vector-width=512'] : [])],
];

/** @throws EngineError where no compiler is found. */
export async function findCompiler(
  names: readonly string[] = ['cc', 'clang', 'gcc'],
  folder = cacheFolder(),
): Promise<Compiler> {
  for (const name of names) {
    const asked = await call(name, ['--version']);
    if (!asked.ok) continue;
    const version = asked.output.split('\n')[0].trim();
    const machine = JSON.stringify([asked.output, FLAGS, process.arch, cpus()[0]?.model, await processorFlags()]);
    return { version, compile: (text) => compiled(name, machine, text, folder) };
  }
  throw new EngineError(
    'backend',
    `backend "native" needs a C compiler, and none of ${names.join(', ')} runs here. Install one, such as gcc or clang, or use --backend wasm.`,
  );
}

async function compiled(name: string, machine: string, text: string, folder: string): Promise<string> {
  await requireOwnFolder(folder);
  const hash = createHash('sha256').update(machine).update('\0').update(text).digest('hex');
  const kept = join(folder, hash);
  if (await isOwnFile(kept)) return kept;
  const made = join(folder, `.${randomBytes(16).toString('hex')}`);
  try {
    // a file of ours from the start: the compiler writes into it and follows no link
    await (await open(made, 'wx', 0o700)).close();
    const done = await call(name, [...FLAGS, '-x', 'c', '-', '-o', made, '-lm'], text);
    if (!done.ok) {
      throw new EngineError(
        'backend',
        `backend "native": ${name} did not compile a kernel (${done.output.trim().split('\n')[0]}). Use --backend wasm.`,
      );
    }
    const file = await open(made);
    await file.sync().finally(() => file.close());
    await rename(made, kept);
  } finally {
    await rm(made, { force: true });
  }
  return kept;
}

interface Called {
  readonly ok: boolean;
  readonly output: string;
}

function call(program: string, parameters: readonly string[], input = ''): Promise<Called> {
  return new Promise((resolve) => {
    const child = execFile(program, parameters, { timeout: 300_000 }, (error, stdout, stderr) =>
      resolve({ ok: !error, output: error ? stderr || error.message : stdout }),
    );
    // a compiler that ends early is told by its exit
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** What `-march=native` depends on, as far as the system tells. */
async function processorFlags(): Promise<string> {
  const text = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  return /^(flags|Features)\s*:.*$/m.exec(text)?.[0] ?? '';
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME: cache } = process.env;
  return join(cache !== undefined && isAbsolute(cache) ? cache : join(homedir(), '.cache'), 'trilogue', 'native');
}

async function requireOwnFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refused(folder, (error as Error).message);
  }
  const found = await lstat(folder);
  if (!found.isDirectory()) throw refused(folder, 'it is no folder');
  if (found.uid !== process.getuid?.()) throw refused(folder, "it is another user's");
  if ((found.mode & 0o077) !== 0) throw refused(folder, 'others may read or write it: chmod 700');
}

function refused(folder: string, why: string): EngineError {
  return new EngineError(
    'backend',
    `backend "native" keeps compiled kernels in ${folder}, which cannot be used: ${why}. Set XDG_CACHE_HOME to a folder of your own, or use --backend wasm.`,
  );
}

/** A file that only the user can have written. */
async function isOwnFile(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return !!found?.isFile() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
