import { describe, expect, it } from 'vitest';
import { createBuilder, type Value } from '../../src/program/builder.js';
import type { IncrementKind, Node } from '../../src/program/program.js';

/** Nodes of a program whose one register becomes `write(builder)`. */
function nodesOf(
  write: (b: ReturnType<typeof createBuilder>) => Value,
  kind: IncrementKind = 'gaussian',
): readonly Node[] {
  const builder = createBuilder(kind, 1);
  return builder.finish([{ name: 'x', value: write(builder) }]).nodes;
}

describe('createBuilder', () => {
  it('keeps equal nodes once', () => {
    const builder = createBuilder('none', 0);
    const [x, y] = [builder.register(0), builder.register(1)];
    expect(builder.register(0)).toBe(x);
    expect(builder.mul(x, y)).toBe(builder.mul(x, y));
    expect(builder.constant(0.1)).toBe(builder.constant(0.1));
    expect(builder.coefficient(3)).toBe(builder.coefficient(3));
  });

  it('keeps different nodes apart: operands, their order, operations', () => {
    const builder = createBuilder('two-point', 2);
    const [x, y] = [builder.register(0), builder.register(1)];
    const values = [
      builder.mul(x, y),
      builder.mul(y, x),
      builder.sub(x, y),
      builder.sub(y, x),
      builder.increment(x, 0),
      builder.increment(x, 1),
      builder.increment(y, 0),
      builder.coefficient(0),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it('leaves out adding and subtracting 0 and multiplying by 0 and 1', () => {
    const builder = createBuilder('none', 0);
    const x = builder.register(0);
    const [zero, one] = [builder.constant(0), builder.constant(1)];
    expect(builder.add(x, zero)).toBe(x);
    expect(builder.add(zero, x)).toBe(x);
    expect(builder.sub(x, zero)).toBe(x);
    expect(builder.mul(x, one)).toBe(x);
    expect(builder.mul(one, x)).toBe(x);
    expect(builder.mul(zero, x)).toBe(zero);
    expect(builder.mul(x, zero)).toBe(zero);
    // 0 - x is no trivial step
    expect(builder.sub(zero, x)).not.toBe(x);
  });

  it('rounds constants to single precision, so that nearly equal ones are the same', () => {
    const builder = createBuilder('none', 0);
    expect(builder.constant(0.1)).toBe(builder.constant(Math.fround(0.1)));
    expect(builder.constant(0.1 + 1e-12)).toBe(builder.constant(0.1));
    expect(builder.constant(0.1 + 1e-7)).not.toBe(builder.constant(0.1));
  });

  it('sums from left to right; no terms make 0', () => {
    expect(nodesOf((b) => b.sum([]))).toEqual([{ op: 'constant', value: 0 }]);
    expect(nodesOf((b) => b.sum([b.register(0), b.register(1), b.register(2)]))).toEqual([
      { op: 'register', index: 0 },
      { op: 'register', index: 1 },
      { op: 'register', index: 2 },
      { op: 'add', a: 0, b: 1 },
      { op: 'add', a: 3, b: 2 },
    ]);
  });

  it('makes an increment a product with a normal, an operand with a sign, or 0', () => {
    const nodes = (kind: IncrementKind) => nodesOf((b) => b.increment(b.coefficient(0), 0), kind);
    expect(nodes('gaussian')).toEqual([
      { op: 'coefficient', index: 0 },
      { op: 'normal', channel: 0 },
      { op: 'mul', a: 0, b: 1 },
    ]);
    expect(nodes('two-point')).toEqual([
      { op: 'coefficient', index: 0 },
      { op: 'flip', a: 0, channel: 0 },
    ]);
    expect(nodes('none')).toEqual([{ op: 'constant', value: 0 }]);
  });

  it('leaves out what no result needs', () => {
    const nodes = nodesOf((b) => {
      const [x, y] = [b.register(0), b.register(1)];
      b.mul(x, b.constant(7));
      return b.select(b.less(y, x), b.sqrt(y), b.add(x, y));
    });
    expect(nodes).toEqual([
      { op: 'register', index: 0 },
      { op: 'register', index: 1 },
      { op: 'less', a: 1, b: 0 },
      { op: 'sqrt', a: 1 },
      { op: 'add', a: 0, b: 1 },
      { op: 'select', condition: 2, a: 3, b: 4 },
    ]);
  });

  it('finishes with the names, the results and the number of coefficients', () => {
    const builder = createBuilder('two-point', 2);
    builder.coefficient(4);
    const x = builder.register(0);
    const program = builder.finish([
      { name: 'x', value: x },
      { name: 'also x', value: x },
    ]);
    expect(program).toMatchObject({
      registers: ['x', 'also x'],
      results: [0, 0],
      coefficients: 5,
      increments: 'two-point',
      channels: 2,
    });
  });
});
