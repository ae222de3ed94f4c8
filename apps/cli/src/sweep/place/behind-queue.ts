/** Workers behind a queue as a place of a sweep. */
import { bitsOf, checkQueue, openSweepQueue, type QueueStatus, type SweepQueue } from '@trilogue/cluster';
import { type BackendName, openBackend } from '@trilogue/engine';
import { count } from '../../output/figures.js';
import type { Terminal } from '../../output/terminal.js';
import { visibleLine } from '../../output/visible.js';
import type { Place, PlaceRunner, QueueOptions } from './contract.js';
import { recheck } from './recheck.js';

/** Bytes of answers that may be on their way at a time. */
const bytesOnTheWay = 32 * 2 ** 20;
/** Chunks on their way; more than fit into these bytes where many workers would have to wait: each has two, and two are next. */
const chunks = { least: 16, eachWorker: 4, most: 4_000 };
/** What the manifest says in place of a device where any arithmetic was let in. */
const anyDevice = 'any backend';

export async function behindQueue(
  { queue, mixed, chunkSteps, recompute }: QueueOptions,
  wanted: BackendName | 'auto',
  { warn }: Terminal,
): Promise<Place> {
  await checkQueue(queue);
  const { name, device } = mixed
    ? { name: wanted === 'auto' ? 'wasm' : wanted, device: anyDevice }
    : await arithmetic(wanted);
  const bits = mixed ? null : bitsOf({ name, device: device ?? '' });
  return {
    backend: name,
    device,
    runsOn: 'workers of a queue',
    threads: 0,
    passedOver: [],
    open(definition, signal, tell) {
      const workers = new Set<string>();
      // arithmetic of any sort has no bits to compare
      const again = recheck(definition, name, mixed ? 0 : recompute, signal);
      let [done, computing] = [0, 0];
      let status: QueueStatus | undefined;
      // announced when the first part is asked for: by then the definition has been checked and the folder is ours
      let opening: Promise<SweepQueue> | undefined;
      const opened = () => {
        opening ??= openSweepQueue({
          ...{ queue, definition, bits, signal, onNote: (note) => warn(visibleLine(note)) },
          onStatus(found) {
            status = found;
            tell(found.workers === 1 ? '1 worker' : `${count(found.workers)} workers`);
          },
        });
        return opening;
      };
      const runner: PlaceRunner = {
        trialsTogether: chunks.most,
        together: (numbers) => chunksOnTheWay(numbers, status?.workers ?? 0),
        partSteps: chunkSteps,
        async trial(trial) {
          const numbers = await (await opened()).trial(trial);
          await again.trial(trial, numbers);
          return numbers;
        },
        async cells(plan, part, { onCell }) {
          const { records, pathSteps, answer } = await (await opened()).cells(plan, part);
          await again.cells(plan, part, records, answer.worker);
          workers.add(answer.worker);
          done++;
          computing += answer.seconds;
          for (const [i, cell] of part.cells.entries()) {
            onCell?.(cell, records.slice(i * plan.recordSize, (i + 1) * plan.recordSize));
          }
          return { records, pathSteps };
        },
        report: () => ({
          ...{ workers: workers.size, chunks: done, computing },
          lost: status?.lost ?? 0,
          mostRedisBytes: status?.mostRedisBytes ?? 0,
          recomputed: again.count(),
        }),
        // also where nothing was left to compute: what an earlier collector has left behind goes
        finish: async () => (await opened()).finish(),
        async close() {
          await again.close();
          await (await opening)?.close();
        },
      };
      return runner;
    },
    async close() {},
  };
}

/**
 * How many chunks are enqueued or computed at a time.
 *
 * @param numbers of a chunk's records
 */
export function chunksOnTheWay(numbers: number, workers: number): number {
  const fitting = Math.floor(bytesOnTheWay / (8 * numbers));
  return Math.max(chunks.least, Math.min(chunks.most, Math.max(fitting, chunks.eachWorker * workers)));
}

/** The backend that workers are to have. A graphics processor is that of this machine, since others round as they like. */
async function arithmetic(wanted: BackendName | 'auto'): Promise<{ name: BackendName; device: string | null }> {
  if (wanted === 'auto') return { name: 'wasm', device: null };
  if (wanted !== 'webgpu' && wanted !== 'webgl2') return { name: wanted, device: null };
  const { backend } = await openBackend(wanted);
  await backend.close();
  return { name: backend.name, device: backend.device };
}
