import { describe, expect, it } from 'vitest';
import { classify } from '../../src/stability/classify.js';

const at = (re: number, im = 0, error = 1e-12) => ({ re, im, error });

describe('classify', () => {
  it.each([
    ['sink', 'stable', [at(-1), at(-2)]],
    ['source', 'unstable', [at(1), at(0.5, 2), at(0.5, -2)]],
    ['saddle', 'unstable', [at(1), at(-1)]],
    ['center', 'undecided', [at(1e-14, 1), at(1e-14, -1)]],
    ['degenerate', 'undecided', [at(1e-14), at(-1)]],
    ['degenerate', 'undecided', [at(-1), at(1e-13, 1), at(1e-13, -1)]],
    ['degenerate', 'unstable', [at(0), at(1)]],
    ['degenerate', 'undecided', [at(0, 1e-13), at(0, -1e-13)]],
    ['saddle', 'unstable', [at(1e-14, 0, 0), at(-1e-14, 0, 0)]],
  ] as const)('%s, %s', (type, stability, eigenvalues) => {
    expect(classify(eigenvalues, false)).toMatchObject({ type, stability });
  });

  it('says that the linearisation does not decide exactly where it does not', () => {
    expect(classify([at(0, 1), at(0, -1)], false).note).toContain('does not decide');
    expect(classify([at(0, 1), at(0, -1)], true)).toMatchObject({ type: 'center', stability: 'neutral' });
    expect(classify([at(-1)], false).note).not.toContain('does not decide');
  });
});
