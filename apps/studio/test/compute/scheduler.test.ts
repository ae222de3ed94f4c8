/** Whose turn it is in the compute worker. */
import { describe, expect, it } from 'vitest';
import type { Staged } from '../../src/compute/job';
import { createScheduler, type Scheduler, type Task } from '../../src/compute/scheduler';

const soon = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A job of `passes` passes that writes down what it does. */
function task(id: number, priority: number, passes: number, seen: string[]): Task {
  return {
    id,
    priority,
    async *start(signal): AsyncGenerator<Staged<unknown>, void, void> {
      for (let pass = 1; pass <= passes; pass++) {
        await soon(5);
        if (signal.aborted) {
          seen.push(`${id} ended`);
          throw signal.reason;
        }
        yield { stage: 'coarse', output: pass };
      }
    },
    onResult: ({ output }) => seen.push(`${id}:${output}`),
    onFailure: async (error) => {
      seen.push(`${id} failed: ${error}`);
      return false;
    },
  };
}

describe('scheduler', () => {
  it('lets every job be coarse before any is finer, the important ones first', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.setPaused(true);
    scheduler.add(task(1, 0, 2, seen));
    scheduler.add(task(2, 5, 3, seen));
    scheduler.setPaused(false);
    await expect.poll(() => seen).toEqual(['2:1', '1:1', '2:2', '1:2', '2:3']);
  });

  it('takes a turn without a result for a turn, and says nothing of it', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.setPaused(true);
    scheduler.add({
      ...task(1, 5, 0, seen),
      async *start() {
        yield { stage: null };
        yield { stage: 'final', output: 'last' };
      },
    });
    scheduler.add(task(2, 0, 1, seen));
    scheduler.setPaused(false);
    await expect.poll(() => seen).toEqual(['2:1', '1:last']);
  });

  it('ends a job in the middle of a pass, and says nothing of it', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.add(task(1, 0, 9, seen));
    scheduler.cancel(1);
    scheduler.add(task(2, 0, 1, seen));
    await expect.poll(() => seen).toEqual(['1 ended', '2:1']);
  });

  it('does not begin a pass while paused, and goes on after', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.add(task(1, 0, 2, seen));
    scheduler.setPaused(true);
    await expect.poll(() => seen).toEqual(['1:1']);
    await soon(40);
    expect(seen).toEqual(['1:1']);
    scheduler.setPaused(false);
    await expect.poll(() => seen).toEqual(['1:1', '1:2']);
  });

  it('begins no second pass while requests come', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler({ rest: 300 });
    scheduler.add(task(1, 0, 2, seen));
    await expect.poll(() => seen, { interval: 1 }).toEqual(['1:1']);
    scheduler.add(task(2, 0, 2, seen));
    const asked = performance.now();
    await expect.poll(() => seen, { interval: 1 }).toEqual(['1:1', '2:1']);
    await expect.poll(() => seen, { interval: 1 }).toEqual(['1:1', '2:1', '1:2', '2:2']);
    expect(performance.now() - asked).toBeGreaterThan(290);
  });

  it('says when requests have ceased to come', async () => {
    const scheduler = createScheduler({ rest: 200 });
    await scheduler.rested();
    const began = performance.now();
    scheduler.expect();
    const rested = scheduler.rested();
    await soon(100);
    scheduler.expect();
    await rested;
    expect(performance.now() - began).toBeGreaterThan(290);
  });

  /** A job whose second pass ends by an abort alone, but for the one after `begins` beginnings. */
  const lasting = (id: number, begins: number, seen: string[]): Task => {
    let begun = 0;
    return {
      ...task(id, 0, 0, seen),
      async *start(signal): AsyncGenerator<Staged<unknown>, void, void> {
        const number = ++begun;
        yield { stage: 'coarse', output: `coarse ${number}` };
        if (number < begins) await new Promise((_, end) => signal.addEventListener('abort', () => end(signal.reason)));
        yield { stage: 'final', output: 'final' };
      },
    };
  };

  it.each([
    ['requests are on their way, of which none cancels it', 'expect'],
    ['all jobs are to begin anew', 'restart'],
  ] as const)('ends a second pass and begins its job anew where %s', async (_, call) => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.add(lasting(1, 2, seen));
    await expect.poll(() => seen).toEqual(['1:coarse 1']);
    await soon();
    scheduler[call]();
    await expect.poll(() => seen).toEqual(['1:coarse 1', '1:coarse 2', '1:final']);
  });

  it('lets a first pass end although requests are on their way', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.add(task(1, 0, 1, seen));
    scheduler.expect();
    await expect.poll(() => seen).toEqual(['1:1']);
  });

  it('goes on with the others when one fails', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.add({
      ...task(1, 9, 1, seen),
      async *start(): AsyncGenerator<Staged<unknown>, void, void> {
        await soon();
        yield* [];
        throw 'broken';
      },
    });
    scheduler.add(task(2, 0, 1, seen));
    await expect.poll(() => seen).toEqual(['1 failed: broken', '2:1']);
  });
});

describe('a job that runs aside', () => {
  /** Writes down each of its pieces, of which the first lasts until the gate opens. */
  function aside(id: number, count: number, seen: string[], scheduler: Scheduler, gate: Promise<void>): Task {
    return {
      ...task(id, 0, 0, seen),
      aside: true,
      async *start(signal): AsyncGenerator<Staged<unknown>, void, void> {
        for (let piece = 1; piece <= count; piece++) {
          await scheduler.aside(async () => {
            signal.throwIfAborted();
            seen.push(`${id} begins ${piece}`);
            await gate;
            await soon(5);
          });
          yield { stage: 'coarse', output: piece };
        }
      },
    };
  }
  const gate = () => {
    let open!: () => void;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  };

  it('gives way to others, which wait for the piece in flight and no longer', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    const { open, opened } = gate();
    scheduler.add(aside(1, 2, seen, scheduler, opened));
    await expect.poll(() => seen).toEqual(['1 begins 1']);
    scheduler.add(task(2, 0, 2, seen));
    open();
    await expect.poll(() => seen).toEqual(['1 begins 1', '1:1', '2:1', '2:2', '1 begins 2', '1:2']);
  });

  it('goes on while the page is not looked at', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    scheduler.setPaused(true);
    scheduler.add(task(2, 0, 1, seen));
    scheduler.add(aside(1, 2, seen, scheduler, Promise.resolve()));
    await expect.poll(() => seen).toEqual(['1 begins 1', '1:1', '1 begins 2', '1:2']);
  });

  it('ends, and begins anew, as the others do', async () => {
    const seen: string[] = [];
    const scheduler = createScheduler();
    const { open, opened } = gate();
    scheduler.add(aside(1, 9, seen, scheduler, opened));
    await expect.poll(() => seen).toEqual(['1 begins 1']);
    scheduler.restart();
    await expect.poll(() => seen).toEqual(['1 begins 1', '1 begins 1']);
    scheduler.cancel(1);
    open();
    await soon(60);
    expect(seen).toEqual(['1 begins 1', '1 begins 1']);
  });
});
