import { describe, expect, it } from 'vitest';
import { expCode } from '../../../../src/backends/wasm/assembler/exponential.js';
import { expSingle } from '../../../../src/program/exponential.js';
import { randomNumbers } from '../../../random-numbers.js';
import { runCode } from './run-code.js';

/** Numbers up to 80 in size, the borders of the reduction by ln 2, and the ends. */
function operands(): Float32Array {
  const draw = randomNumbers('exponential');
  const spread = Array.from({ length: 50_000 }, () => 160 * draw.unit() - 80);
  const borders = Array.from({ length: 230 }, (_, n) => (n - 115 + 0.5) * Math.LN2);
  const near = borders.flatMap((x) => [x - 1e-6, x, x + 1e-6]);
  const all = [...spread, ...near, 0, -0, 80, -80, 1e-30, -1e-30, 40, -40].map(Math.fround);
  while (all.length % 4 > 0) all.push(1);
  return Float32Array.from(all);
}

describe('expCode', () => {
  it('gives the bits of expSingle, within 2e-7 of the exponential', async () => {
    const x = operands();
    const [found] = await runCode(
      (locals) => ({ code: expCode(locals, locals.get('in0'), 'e'), results: ['e'] }),
      [new Uint32Array(x.buffer)],
    );
    const values = new Float32Array(found.buffer);
    for (const [i, value] of values.entries()) {
      if (value !== expSingle(x[i])) expect.fail(`exp(${x[i]}) is ${value}, not ${expSingle(x[i])}`);
      const exact = Math.exp(x[i]);
      if (!(Math.abs(value - exact) <= 2e-7 * exact)) expect.fail(`exp(${x[i]}) is ${value}, exactly ${exact}`);
    }
    expect(values).toHaveLength(x.length);
  });
});
