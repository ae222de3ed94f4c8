import { describe, expect, it } from 'vitest';
import { key } from '../../src/layout/key.js';

describe('key', () => {
  it('has no height without entries', () => {
    expect(key([], 300).height).toBe(0);
  });

  it('goes on in a new row where an entry does not fit', () => {
    const entries = [{ label: 'first entry' }, { label: 'second entry' }];
    expect(key(entries, 400).height).toBe(20);
    expect(key(entries, 120).height).toBe(40);
  });

  it('cuts an entry that is longer than a row', () => {
    const [shape] = key([{ label: 'a very long explanation of a mark' }], 100).at([0, 0]);
    expect(shape).toMatchObject({ type: 'text', style: { text: expect.stringMatching(/…$/) } });
  });
});
