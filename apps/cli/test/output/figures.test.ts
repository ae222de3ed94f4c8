import { describe, expect, it } from 'vitest';
import { align, wrapped } from '../../src/output/align.js';
import { brief, count, duration, large, measured } from '../../src/output/figures.js';

describe('numbers for people', () => {
  it('counts with separators', () => {
    expect([0, 999, 2601, 1e7].map(count)).toEqual(['0', '999', '2,601', '10,000,000']);
  });

  it('shortens to six digits', () => {
    expect([0.1 + 0.2, 12.5, 1e-9, 0, -3].map(brief)).toEqual(['0.3', '12.5', '1e-9', '0', '-3']);
  });

  it('puts large numbers in words', () => {
    expect([0, 12_345, 1_234_567, 642_100_000, 5.2e9, 1e13].map(large)).toEqual([
      '0',
      '12,345',
      '1.2 million',
      '642 million',
      '5.2 billion',
      '10 trillion',
    ]);
  });

  it('gives a measured number a digit of its interval at least', () => {
    const text = (value: number, low: number, high: number) => Object.values(measured({ value, low, high }, 3));
    expect(text(0.512, 0.504, 0.5196)).toEqual(['0.512', '0.504 to 0.520']);
    expect(text(0, 0, 0.0004)).toEqual(['0.0000', '0.0000 to 0.0004']);
    expect(text(1, 0.99977, 1)).toEqual(['1.0000', '0.9998 to 1.0000']);
    expect(text(0.7, 0.7, 0.7)).toEqual(['0.700', '0.700 to 0.700']);
    expect(text(-0.0001, -0.0202, 0.02)).toEqual(['0.000', '-0.020 to 0.020']);
  });

  it('tells time', () => {
    expect([0.05, 8.13, 99.94, 125, 3600, 10_920].map(duration)).toEqual([
      '0.05 s',
      '8.1 s',
      '99.9 s',
      '2 min 5 s',
      '1 h 0 min',
      '3 h 2 min',
    ]);
  });
});

describe('text', () => {
  it('is aligned in columns', () => {
    expect(
      align(
        [
          ['a', '1', ''],
          ['long', '200', 'x'],
        ],
        'lrl',
      ),
    ).toEqual(['a       1', 'long  200  x']);
  });

  it('is wrapped between words', () => {
    const words = Array.from({ length: 60 }, (_, i) => 'w'.repeat((i % 9) + 1));
    const lines = wrapped(words.join(' '));
    expect(lines.join(' ').split(' ')).toEqual(words);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.length).toBeGreaterThan(2);
  });
});
