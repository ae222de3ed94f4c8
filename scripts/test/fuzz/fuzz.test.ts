import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hold, targets } from '../../fuzz/targets.mjs';

describe.each(targets.map((target) => ({ name: target.name, target })))('$name from strangers', ({ target }) => {
  it('are read or refused with words, quickly, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(target.texts, (text) => hold(target, text)),
      { numRuns: target.slow ? 4 : 150 },
    );
  });

  it('are some of them right: the generator reaches beyond the first check', () => {
    const texts = fc.sample(target.texts, { numRuns: 300, seed: 1 });
    expect(new Set(texts).size).toBeGreaterThan(200);
  });
});

it('a law that does not hold is noticed', async () => {
  const [target] = targets;
  const broken = { ...target!, law: () => expect(1).toBe(2) };
  await expect(hold(broken, '')).rejects.toThrow();
});
