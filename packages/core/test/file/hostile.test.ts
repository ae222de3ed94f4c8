import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGame } from '../../src/file/read-game.js';
import { bundledGameText } from '../../src/games/bundled.js';
import { faultsOf as faultsOfWork } from '../faults-of.js';

const faultsOf = (text: string) => faultsOfWork(() => readGame(text));

/** Milliseconds of processor time, which other work on the machine hardly changes. */
function processorTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

describe('readGame, given hostile text', () => {
  const bombs: [string, string][] = [
    ['open brackets', '['.repeat(400_000)],
    ['nested lists', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['nested dashes', '- '.repeat(200_000)],
    ['nested keys', '? '.repeat(100_000)],
    ['deep maps', [...new Array(400).keys()].map((i) => `${' '.repeat(i)}a:`).join('\n')],
    ['aliases', `a: &a [x]\n${[...new Array(9).keys()].map((i) => `b${i}: [*a, *a, *a]`).join('\n')}`],
    ['quotes', '"'.repeat(300_000)],
    ['documents', '---\n'.repeat(100_000)],
    ['lines', '#\n'.repeat(300_000)],
    ['keys', [...new Array(30_000).keys()].map((i) => `k${i}: 1`).join('\n')],
  ];
  it.each(bombs)('refuses a bomb of %s quickly', (_, text) => {
    expect(processorTime(() => expect(faultsOf(text)).not.toEqual([]))).toBeLessThan(3_000);
  });

  it('refuses payoffs that take too long to expand', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const formula = `(${names.map((name) => `q*${name}.a`).join(' + ')} + 1)^8`;
    const text = [
      'game: hostile',
      'horizon: 1',
      'parameters: { q: { value: 1 } }',
      `players: { ${names.map((name) => `${name}: { strategies: [a, b] }`).join(', ')} }`,
      'where:',
      ...[...new Array(200).keys()].map((i) => `  w${i}: ${formula}`),
      `payoffs: { ${names.map((name) => `${name}: { a: 1, b: 0 }`).join(', ')} }`,
    ].join('\n');
    const run = () => expect(faultsOf(text)[0]).toMatchObject({ code: 'limit' });
    expect(processorTime(run)).toBeLessThan(5_000);
  });

  it('throws nothing but GameError for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        faultsOf(text);
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but GameError for broken files', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ':',
      '-',
      '\n',
      '  ',
      '"',
      '*a',
      '&a',
      '!!x',
      '<<',
      '#',
      '.nan',
      '^',
      '(',
      'A.up',
      '1e9',
      '\t',
      '|',
      '>',
      '%',
      '\0',
    );
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.integer({ min: 0, max: 12 }),
      put: fc.oneof(piece, fc.string({ maxLength: 3 })),
    });
    const base = fc.constantFrom(bundledGameText('stag-hunt'), bundledGameText('hawk-dove-asymmetric'));
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const mutated = edits.reduce((t, { at, cut, put }) => {
          const start = at % (t.length + 1);
          return t.slice(0, start) + put + t.slice(start + cut);
        }, text);
        faultsOf(mutated);
      }),
      { numRuns: 300 },
    );
  });
});
