import { describe, expect, it } from 'vitest';
import { caption, pathsWords } from '../../src/output/caption.js';

const made = {
  paths: 1000,
  horizon: 20,
  dt: 0.1,
  scheme: 'weak-euler',
  seed: 's',
  backend: 'wasm',
  kept: true,
} as const;

describe('the small print of a picture', () => {
  it('says how it was made', () => {
    expect(caption({ ...made, tolerance: null })).toMatch(
      /^1,000 paths to time 20, weak-euler, dt 0\.1, wasm, seed "s", trilogue \d/,
    );
  });

  it('names the tolerance, whether it is kept, and the paths of cells that differ', () => {
    expect(caption({ ...made, tolerance: 0.01, leastPaths: 256 }, 'a cell')).toContain(
      '256 to 1,000 paths a cell to time 20, tolerance 0.01, weak-euler',
    );
    expect(caption({ ...made, tolerance: 0.01, kept: false })).toContain('tolerance 0.01 (not kept everywhere), ');
  });

  it('knows one path from several', () => {
    expect(pathsWords({ paths: 1 })).toBe('1 path');
    expect(pathsWords({ leastPaths: 1000, paths: 1000 })).toBe('1,000 paths');
  });
});
