import type { Progress } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { progressWords } from '../../src/output/progress-words.js';

const report = (stage: Progress['stage'], done: number, cells = 100): Progress => ({
  ...{ stage, done, total: 1e9, cellsDone: 0, cells, seconds: done === 0 ? 0 : 2 },
});

describe('the words beside the progress bar', () => {
  it('are time left and speed where there is one round', () => {
    const words = progressWords();
    expect(words(report('paths', 0))).toBe('starting');
    expect(words(report('paths', 2e8))).toBe('8.0 s left  100 million steps/s');
  });

  it('name the trials and their round, then the round of paths and its cells', () => {
    const words = progressWords();
    const read = (...reports: Progress[]) => reports.map(words).at(-1);
    expect(read(report('trials', 0), report('trials', 5e8))).toBe(
      'trial paths, round 1  2.0 s left  250 million steps/s',
    );
    expect(read(report('trials', 0))).toBe('trial paths, round 2  starting');
    expect(read(report('paths', 0, 2601))).toBe('round 1: 2,601 cells  starting');
    expect(read(report('paths', 5e8, 2601), report('paths', 0, 3))).toBe('round 2: 3 cells  starting');
  });

  it('do not count the cells of an ensemble', () => {
    const words = progressWords();
    words(report('trials', 0, 1));
    expect(words(report('paths', 0, 1))).toBe('starting');
  });
});
