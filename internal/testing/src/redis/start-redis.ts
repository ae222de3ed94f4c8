/**
 * A real Redis server for tests, on a free port of this machine. Owns the process: it can be killed, stopped, paused and
 * started again on the same port, with what it has kept.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

export interface RedisOptions {
  /** What survives the process: nothing (default), or every command, written and synced before it is answered. */
  readonly keeps?: 'nothing' | 'all';
  readonly password?: string;
  /** Serves TLS alone. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Where it listens; default 127.0.0.1. */
  readonly host?: string;
  /** Folder of what it keeps; default a new one, deleted at the end. */
  readonly folder?: string;
  /** Program and arguments that start it, such as `ip netns exec NAME`. */
  readonly through?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Further settings of the server, such as `--maxmemory 100mb`. */
  readonly settings?: readonly string[];
}

export interface RunningRedis {
  readonly port: number;
  /** With the password. */
  readonly url: string;
  /** Ends the process at once, like a power cut. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, with what it has kept or with nothing. */
  start(options?: { readonly forget?: boolean }): Promise<void>;
  /** The process stands still, with its connections open. */
  pause(): void;
  resume(): void;
  /** Ends the process and deletes what it kept. */
  close(): Promise<void>;
}

/**
 * Starts a server and waits until it takes connections. Throws where there is none, which
 * `node scripts/system.mjs` installs, or it does not start within 20 s.
 */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const { host = '127.0.0.1', password, tls } = options;
  const own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'trilogue-redis-')) : undefined;
  const folder = options.folder ?? (own as string);
  const port = await freePort();
  const words = settingsOf(options, host, port, folder);
  let child = await launch(options, words);

  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}@`;
  return {
    port,
    url: `${tls ? 'rediss' : 'redis'}://${secret}${host}:${port}`,
    kill,
    async start({ forget = false } = {}) {
      if (forget) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      child = await launch(options, words);
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async close() {
      await kill();
      if (own !== undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

function settingsOf({ keeps, password, tls, settings }: RedisOptions, host: string, port: number, folder: string) {
  return [
    ...['--bind', host, '--dir', folder, '--save', '', '--daemonize', 'no', '--maxmemory-policy', 'noeviction'],
    ...(tls
      ? ['--port', '0', '--tls-port', `${port}`, '--tls-cert-file', tls.cert, '--tls-key-file', tls.key]
      : ['--port', `${port}`]),
    ...(tls ? ['--tls-ca-cert-file', tls.cert, '--tls-auth-clients', 'no'] : []),
    ...(keeps === 'all' ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']),
    ...(password === undefined ? [] : ['--requirepass', password]),
    ...(settings ?? []),
  ];
}

async function launch({ through = [], env }: RedisOptions, words: readonly string[]): Promise<ChildProcess> {
  const [program, ...rest] = [...through, 'redis-server', ...words];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  await new Promise<void>((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`redis-server did not start within 20 s:\n${text}`));
    }, 20_000);
    const read = (part: string) => {
      text += part;
      if (!text.includes('Ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`redis-server ended with ${code ?? signal} before it was ready:\n${text}`));
    });
  });
  return child;
}
