import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/program/builder.js';
import { invariants } from '../../src/program/program.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { randomGame } from '../random-game.js';

describe('invariants', () => {
  it('are constants, coefficients and what is made of them alone', () => {
    const builder = createBuilder('two-point', 1);
    const [c, k, x] = [builder.coefficient(0), builder.constant(2), builder.register(0)];
    const fixed = [builder.mul(c, k), builder.sqrt(c), builder.less(c, k), builder.select(builder.less(c, k), c, k)];
    const moving = [
      x,
      builder.mul(c, x),
      builder.sqrt(x),
      builder.increment(c, 0),
      builder.add(builder.increment(c, 0), k),
      builder.select(builder.less(x, k), c, k),
      builder.select(builder.less(c, k), x, k),
      builder.select(builder.less(c, k), c, x),
    ];
    const program = builder.finish([...fixed, ...moving].map((value, i) => ({ name: `r${i}`, value })));
    const marks = invariants(program);
    const found = program.results.map((node) => marks[node]);
    expect(found).toEqual([...fixed.map(() => true), ...moving.map(() => false)]);
  });

  it('never depend on a node that changes, in programs of random games', () => {
    fc.assert(
      fc.property(randomGame({ players: 3 }), (random) => {
        const program = stepProgram(random.shape, schemes.euler, [{ kind: 'steps' }, { kind: 'hits' }]);
        const marks = invariants(program);
        for (const [i, node] of program.nodes.entries()) {
          const operands = [node].flatMap((n) => [
            ...('a' in n ? [n.a] : []),
            ...('b' in n ? [n.b] : []),
            ...('condition' in n ? [n.condition] : []),
          ]);
          if (!operands.every((operand) => operand < i)) expect.fail(`node ${i} uses a later one`);
          if (marks[i] && !operands.every((operand) => marks[operand])) expect.fail(`node ${i} changes`);
        }
      }),
      { numRuns: 15 },
    );
  });
});
