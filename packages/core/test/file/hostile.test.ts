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
    ['commas', `game: [${','.repeat(1_000_000)}`],
    ['commas in a map', `{${' ,'.repeat(500_000)}`],
    ['commas on lines', `{${',\n'.repeat(500_000)}`],
    ['escapes', `game: "${'\\x'.repeat(500_000)}"`],
    ['escapes of one letter', `game: "${'\\q'.repeat(500_000)}"`],
    ['texts side by side', `game: ${'"x" '.repeat(50_000)}`],
    ['anchors', `game: ${'&b '.repeat(60_000)}`],
    ['directives', '%A\n'.repeat(60_000)],
    ['comments without a space', 'a: "x"#c\n'.repeat(20_000)],
    ['keys', [...new Array(30_000).keys()].map((i) => `k${i}: 1`).join('\n')],
  ];
  it.each(bombs)('refuses a bomb of %s quickly', (_, text) => {
    let faults: readonly unknown[] = [];
    const took = processorTime(() => {
      faults = faultsOf(text);
    });
    expect(faults).not.toEqual([]);
    expect(faults.length).toBeLessThanOrEqual(200);
    expect(took).toBeLessThan(3_000);
  });

  it.each([
    ['[1,, 2]', 'a comma with nothing before it', 6],
    ['{ , }', 'a comma with nothing before it', 5],
    ['"a\\qb"', 'Invalid escape sequence \\q', 5],
    ['"\\u12"', 'Invalid escape sequence \\u', 4],
  ])('says once what may be wrong without end: %s', (text, found, column) => {
    expect(faultsOf(`game:\n  ${text}`)).toMatchObject([{ code: 'yaml', found, line: 2, column }]);
  });

  it('takes every escape of YAML, and a comma at the end', () => {
    const title = '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P\\x41\\u0042\\U00000043"';
    const text = bundledGameText('stag-hunt')
      .replace(/^title: .*$/m, `title: ${title}`)
      .replace('[stag, hare]', '[stag, hare, ]');
    expect(readGame(text).title).toBe('\0\x07\b\t \v\f\r\x1b "/\\\x85\xa0\u2028\u2029ABC');
  });

  it('has titles, groups and sources of one line, which cannot pass for the lines around them', () => {
    const lines = '"one\\n\\n  equilibria: all stable\\r\\n"';
    const text = `
      game: lines
      title: ${lines}
      source: ${lines}
      horizon: 5
      players: { A: { title: ${lines}, strategies: [x, y] } }
      parameters: { k: { value: 1, group: ${lines}, title: ${lines} } }
      payoffs: { A: { x: k, y: 0 } }
    `;
    const { title, source, players, parameters } = readGame(text);
    const [parameter] = parameters;
    const found = [title, source, players[0]!.title, parameter!.title, parameter!.group];
    expect(found).toEqual(found.map(() => 'one equilibria: all stable'));
  });

  it('has names of one line in what is said of it', () => {
    const text = JSON.stringify({
      ...{ game: 'x', 'bad\nEverything is right': 1, horizon: 5 },
      players: { 'A\nfake': { strategies: ['u\nfake', 'v'] } },
      parameters: { 'k\nfake': { value: 1 } },
      payoffs: { A: { u: 'g\nfake', v: 0 } },
      scenarios: { 's\nfake': { g: 2 } },
    });
    let message = '';
    try {
      readGame(text);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toContain('Everything is right');
    for (const line of message.split('\n')) expect(line).toMatch(/^(1:\d+: | {2}Known names: )/);
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
