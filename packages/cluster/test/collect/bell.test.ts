import { describe, expect, it } from 'vitest';
import { createBell } from '../../src/collect/bell.js';

/** Milliseconds that nobody here waits for. */
const long = 60_000;

describe('a bell', () => {
  it('wakes who waits, and keeps one ring for who does not wait yet', async () => {
    const bell = createBell();
    setTimeout(bell.ring, 5);
    await bell.wait(long);
    bell.ring();
    bell.ring();
    await bell.wait(long);
    // both rings were before that wait: the next one runs its time
    const started = performance.now();
    await bell.wait(30);
    expect(performance.now() - started).toBeGreaterThan(25);
  });
});
