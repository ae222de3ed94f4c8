import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleLine } from '../../src/output/visible.js';
import { scratch, trilogue } from '../trilogue.js';

/** Whatever a terminal obeys, hides, or turns. */
const obeyed = /[^\P{C}\n\t]|\p{Zl}|\p{Zp}/u;

describe('text that is shown', () => {
  it('has control characters and marks of direction as escapes, which JSON reads as what they were', () => {
    expect(visible('\u001b[31mred\u0007 a\u202eb\u2066c \u009b2J \r')).toBe(
      '\\u001b[31mred\\u0007 a\\u202eb\\u2066c \\u009b2J \\u000d',
    );
    expect(visible('two\nlines\tand \u4e2d\u6587, \u00e9, \ud83d\ude00')).toBe(
      'two\nlines\tand \u4e2d\u6587, \u00e9, \ud83d\ude00',
    );
    expect(visibleLine('two\nlines')).toBe('two\\u000alines');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(JSON.stringify({ text }));
        // what no version of Unicode has given a meaning takes its place on the screen
        expect(shown.replace(/[\p{Cn}\p{Co}]/gu, '')).not.toMatch(obeyed);
        expect(JSON.parse(shown)).toEqual({ text });
      }),
    );
  });
});

describe("a stranger's words", () => {
  const folder = scratch();
  const evil = '\\e]0;pwn\\a\\e[2J\\e[31mred\\u202e';
  const file = join(folder, 'evil.game.yaml');
  mkdirSync(folder, { recursive: true });
  const text = (scenario: string) =>
    [
      ...['game: g', `title: "${evil}"`],
      `players: { a: { title: "${evil}", strategies: [x, y] }, b: { strategies: [x, y] } }`,
      `parameters: { k: { value: 1, range: [0, 2], group: "=cmd|'/c calc'!A0", title: "${evil}" } }`,
      'payoffs: { a: { x: k*b.x, y: 0.5 }, b: { x: a.x, y: 0.5 } }',
      'noise: { kind: replicator, sigma: { a: 0.3, b: 0.3 } }',
      ...['horizon: 5', `scenarios: { "${scenario}": { k: 2 } }`],
    ].join('\n');
  const other = join(folder, 'other.game.yaml');
  writeFileSync(file, text('fine'));
  writeFileSync(other, text(evil));
  const small = ['--paths', '16', '--dt', '0.1', '--backend', 'wasm', '--threads', '1'];
  const out = (name: string) => ['--out', join(folder, name)];
  const commands: string[][] = [
    ['check', file],
    ['simulate', file, ...small],
    ['sweep', file, '--x', 'k=0:1:3', '--metric', 'P(x,x)', ...small, ...out('sweep')],
    ['sensitivity', file, '--method', 'oat', '--metric', 'mean(a.x)', '--samples', '3', ...small, ...out('oat')],
    ['equilibria', file],
    ['recommend', file, '--metric', 'P(x,x)', '--target', '0.9', '--backend', 'wasm', '--threads', '1'],
    ['export', file, '--to', 'csv', '--table', 'payoffs'],
    ['report', file, ...small, ...out('report.html')],
    ['verify', join(folder, 'sweep'), '--threads', '1'],
  ];
  const refused: string[][] = [
    ['check', other],
    ['check', file, '--scenario', '\u001b[31m'],
    ['check', `${folder}/\u001b[31m.yaml`],
    ['simulate', file, '--scheme', '\u001b[31m'],
    ['\u001b[31m'],
  ];

  it('reach no terminal raw, in any command, as text and as JSON', { timeout: 120_000 }, async () => {
    for (const command of [...commands, ...refused]) {
      for (const more of [[], ['--json']]) {
        const { code, stdout, stderr } = await trilogue([...command, ...more]);
        expect(code, `${command.join(' ')}: ${stderr}`).toBe(refused.includes(command) ? 2 : 0);
        expect(stdout.length + stderr.length, command.join(' ')).toBeGreaterThan(0);
        expect(stdout, command.join(' ')).not.toMatch(obeyed);
        expect(stderr, command.join(' ')).not.toMatch(obeyed);
      }
    }
  });

  it('are no formulas in tables', () => {
    const csv = readFileSync(join(folder, 'oat', 'indices.csv'), 'utf8');
    expect(csv).toContain(",'=cmd|'/c calc'!A0,");
    expect(csv).not.toMatch(/(^|[,"])=/m);
  });
});
