import { describe, expect, it } from 'vitest';
import { undecided } from '../../src/heatmap/undecided.js';

describe('undecided', () => {
  it('marks where a probability may lie on either side of one half', () => {
    const { mask, words } = undecided([[0.2, 0.45, 0.6]], [[0.4, 0.55, 0.8]], 'half');
    expect(mask).toEqual([[false, true, false]]);
    expect(words).toBe('95% interval contains 0.5');
  });

  it('marks a minority of cells that look like their neighbours', () => {
    const { mask, words } = undecided([[0, 1, 10, 20]], [[2, 3, 11, 21]], 'neighbours');
    expect(mask).toEqual([[true, false, false, false]]);
    expect(words).toContain('all adjacent cells');
  });

  it('has no words where nothing is to be said', () => {
    expect(undecided([[0, 5]], [[1, 6]], 'neighbours').words).toBe('');
    expect(undecided([[0.4, 0.4]], [[0.6, 0.6]], 'none')).toEqual({ mask: [[false, false]], words: '' });
  });

  it('leaves the plateaus of a probability plain', () => {
    const [low, high] = [[[0, 0, 0.5]], [[0.01, 0.011, 0.6]]];
    expect(undecided(low, high, 'neighbours', true).mask).toEqual([[false, false, false]]);
    expect(undecided(low, high, 'neighbours').mask).toEqual([[true, false, false]]);
    expect(undecided([[0.3, 0.31, 0.9]], [[0.4, 0.41, 0.95]], 'neighbours', true).mask).toEqual([[true, false, false]]);
  });
});
