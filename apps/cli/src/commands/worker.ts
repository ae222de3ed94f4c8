/**
 * `trilogue worker`: a worker of sweeps that are distributed over a queue.
 */
import { type ServeEvent, type ServeOptions, serve } from '@trilogue/cluster';
import type { BackendName } from '@trilogue/engine';
import { backendNames } from '@trilogue/engine';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { whole } from '../options/number.js';
import { addJsonOption } from '../options/point.js';
import { addQueueOption } from '../options/queue.js';
import type { Terminal } from '../output/terminal.js';
import { eventWords, reportWords } from '../worker/words.js';

interface Arguments {
  readonly queue?: string;
  readonly backend: BackendName | 'auto';
  readonly threads?: number;
  readonly lock: number;
  readonly json?: boolean;
}

const more = `
It serves until it is stopped. Ctrl-C lets a chunk that is almost done finish, gives others back, and ends. A worker that
is killed loses nothing: its chunks go to others when it has given no sign of life for --lock seconds.

A worker takes part in sweeps of its own version of trilogue whose numbers its backend makes bit for bit; others refuse it.

Example:
  trilogue worker --queue redis://:PASSWORD@queue.example
  trilogue sweep data-sharing --x tau=0:1:51 --y p=0:2:51 --metric "P(share,share,coordinate)" \\
    --out heatmap --queue redis://:PASSWORD@queue.example`;

export function addWorker(program: Command, terminal: Terminal): void {
  const command = program
    .command('worker')
    .summary('computes for sweeps that are distributed over many machines')
    .description(
      'Computes chunks of the sweeps that `trilogue sweep --queue URL` enqueues, on as many machines as you like.',
    );
  addQueueOption(command, 'the Redis server of the sweeps')
    .addOption(
      new Option('--backend <NAME>', 'where paths are computed; auto takes what a sweep wants')
        .choices(['auto', ...backendNames])
        .default('auto'),
    )
    .option('--threads <N>', 'threads of the native and the wasm backend (default: one a core)', whole(1, 1024))
    .option('--lock <SECONDS>', 'without a sign of life, after which its chunks go to others', whole(2, 3600), 30);
  addJsonOption(command).addHelpText('after', more);
  command.action(async ({ queue, backend, threads, lock, json }: Arguments) => {
    if (queue === undefined) throw new UsageError('--queue URL is missing, and TRILOGUE_QUEUE is not set.');
    const options: ServeOptions = { queue, backend, threads, lockSeconds: lock, signal: terminal.signal };
    const report = await serve({ ...options, onEvent: (event) => tell(event, terminal) });
    terminal.print(json ? JSON.stringify(report) : reportWords(report));
    terminal.signal.throwIfAborted();
  });
}

function tell(event: ServeEvent, terminal: Terminal): void {
  const words = eventWords(event);
  if (words !== null) terminal.warn(words);
}
