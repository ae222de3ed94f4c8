import { describe, expect, it } from 'vitest';
import { readAxis } from '../../src/options/axis.js';

describe('an axis', () => {
  it('is a name, two ends and a number of values', () => {
    expect(readAxis('tau=0:1:51')).toEqual({ name: 'tau', from: 0, to: 1, count: 51 });
    expect(readAxis('initial.A = -1e-3 : 2.5 : 1e2')).toEqual({ name: 'initial.A', from: -0.001, to: 2.5, count: 100 });
  });

  it.each([
    ['tau', 'Expected NAME=LO:HI:N'],
    ['tau=0:1', 'Expected NAME=LO:HI:N'],
    ['tau=0:1:5:7', 'Expected NAME=LO:HI:N'],
    ['=0:1:5', 'Expected NAME=LO:HI:N'],
    ['tau=low:1:5', 'LO is "low"'],
    ['tau=0::5', 'HI is ""'],
    ['tau=0:1:2.5', 'N is "2.5"'],
    ['tau=0:0.5:2.5', 'As start:step:end these numbers would be tau=0:2.5:6.'],
    ['tau=0:0.1:0.3', 'would be tau=0:0.3:4.'],
    ['tau=1:-0.5:-1.5', 'would be tau=1:-1.5:6.'],
    ['tau=0:5:2.5', /for 51 values from 0 to 1\.$/],
    ['tau=0:0:2.5', /for 51 values from 0 to 1\.$/],
    ['tau=0:1:0', 'N is "0"'],
    ['tau=0:1:-3', 'N is "-3"'],
  ])('%s is refused', (text, message) => {
    expect(() => readAxis(text)).toThrow(message);
  });
});
