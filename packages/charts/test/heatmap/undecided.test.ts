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

  it('says in words what would cover the picture', () => {
    const { mask, words } = undecided([[0, 1, 2, 10]], [[2, 3, 12, 11]], 'neighbours');
    expect(mask).toEqual([[false, false, false, false]]);
    expect(words).toBe('Not hatched: in 100% of the cells the 95% interval overlaps those of all adjacent cells');
  });

  it('has no words where nothing is to be said', () => {
    expect(undecided([[0, 5]], [[1, 6]], 'neighbours').words).toBe('');
    expect(undecided([[0.4, 0.4]], [[0.6, 0.6]], 'none')).toEqual({ mask: [[false, false]], words: '' });
  });
});
