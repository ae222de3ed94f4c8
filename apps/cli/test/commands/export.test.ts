import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../src/export/document.js';
import { scratch, trilogue } from '../trilogue.js';

const folder = scratch();
const run = async (...args: string[]) => {
  const { code, stdout, stderr } = await trilogue(['export', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('trilogue export', () => {
  it('to matlab: named parameters at the point, every part, balanced functions', async () => {
    const out = join(folder, 'data_sharing.m');
    const set = ['--scenario', 'independent', '--set', 'sigma_A=0.25', '--set', 'initial.B=0.2'];
    expect(await run('data-sharing', '--to', 'matlab', ...set, '--out', out)).toBe(`${out} is written.\n`);
    const script = readFileSync(out, 'utf8');
    const lines = script.split('\n');
    expect(lines[0]).toBe('function results = data_sharing(paths, dt)');
    expect(script).toMatch(/^ {2}par\.kappa = 0\.6; +% Part of the cost that coordination saves/m);
    expect(script).toMatch(/^ {2}par\.start\(2, 1\) = 0\.2;/m);
    expect(script).toContain('J = jacobian(x, par)');
    expect(lines.filter((line) => /^function /.test(line))).toHaveLength(9);
    expect(lines.filter((line) => line === 'end')).toHaveLength(9);
    for (const line of lines) expect(line.length).toBeLessThan(150);
  });

  it('to csv: a folder of tables whose rows have as many fields as their head, or one table', async () => {
    const out = join(folder, 'tables');
    await run('data-sharing', '--to', 'csv', '--out', out);
    const names = readdirSync(out).sort();
    expect(names).toEqual(
      ['advantages', 'conditions', 'equilibria', 'families', 'intervals', 'noise', 'parameters', 'payoffs'].map(
        (name) => `${name}.csv`,
      ),
    );
    for (const name of names) {
      const [head, ...rows] = readFileSync(join(out, name), 'utf8').trimEnd().split('\n');
      for (const row of rows) expect(fields(row)).toHaveLength(fields(head!).length);
      expect(rows.length > 0).toBe(name !== 'families.csv');
    }
    const alone = await run('data-sharing', '--to', 'csv', '--table', 'payoffs');
    expect(alone.trimEnd()).toBe(readFileSync(join(out, 'payoffs.csv'), 'utf8').trimEnd());
    expect(alone.split('\n')[1]).toMatch(/^share,share,coordinate,5\.22/);
  });

  it('to json: the game reads back, with what follows from it', async () => {
    const document = JSON.parse(await run('hawk-dove', '--to', 'json', '--set', 'V=3')) as ExportDocument;
    expect(readGame(document.gameFile).name).toBe('hawk-dove');
    expect(document.parameters[0]).toMatchObject({ name: 'V', value: 3 });
    expect(document.equilibria.equilibria.map(({ point }) => point)).toContainEqual({ animal: 0.75 });
    expect(document.conditions).toHaveLength(2);
    expect(document.stochastic).toHaveLength(2);
    expect(document.advantages[0]!.formula.map(({ coefficient }) => coefficient)).toEqual(['V/2', '-C/2']);
  });

  it('to latex: whole documents, braces and environments balanced; single tables', async () => {
    for (const name of ['data-sharing', 'rock-paper-scissors']) {
      const text = await run(name, '--to', 'latex');
      expect(text).toMatch(/^% Written by trilogue .*\n\\documentclass/);
      expect(text.split(/(?<!\\)\{/).length).toBe(text.split(/(?<!\\)\}/).length);
      expect(text.match(/\\begin\{/g)!.length).toBe(text.match(/\\end\{/g)!.length);
      expect(text).toContain('\\end{document}');
    }
    const alone = await run('hawk-dove', '--to', 'latex', '--table', 'conditions');
    expect(alone).toContain('(dove) & animal & $\\frac{V}{2} < 0$ & $1$ & unstable \\\\');
    expect(alone).not.toContain('documentclass');
  });

  it('writes text of a game so that neither language takes it for its own', async () => {
    const file = join(folder, 'odd.game.yaml');
    writeFileSync(
      file,
      'game: max\ntitle: "50% of A_B & {x} #1 ~ \\\\ ^\\n\'; delete(1)"\nplayers:\n  end: { strategies: [for, _b] }\n  B: { strategies: [x, y] }\n' +
        'parameters:\n  pi: { value: 2, title: "a\\n%{ b" }\n  start: { value: 1 }\n  if: { value: 1 }\n' +
        'where: { shares: end.for*pi }\npayoffs:\n  end: { for: "B.x*start", _b: "if" }\n  B: { x: "shares", y: "1" }\n' +
        'noise: { kind: multiplicative, sigma: { end: if, B: 0.1 } }\nhorizon: 3\n',
    );
    const script = await run(file, '--to', 'matlab');
    expect(script).toMatch(/^function results = max_2\(/);
    expect(script).toMatch(/^ {2}par\.pi = 2; +% a %\{ b$/m);
    expect(script).toContain('par.start_2 = 1;');
    expect(script).toContain('par.v_if = 1;');
    expect(script).toContain('shares_2 = end_for*par.pi;');
    for (const line of script.split('\n')) if (line.includes('delete(1)')) expect(line).toMatch(/^ *%/);
    const latex = await run(file, '--to', 'latex');
    expect(latex).toContain('50\\% of A\\_B \\& \\{x\\} \\#1 \\textasciitilde{} \\textbackslash{} \\textasciicircum{}');
  });

  it('says what it wrote as data', async () => {
    const out = join(folder, 'h.m');
    const told = JSON.parse(await run('hawk-dove', '--to', 'matlab', '--out', out, '--json'));
    expect(told).toEqual({ game: 'hawk-dove', to: 'matlab', files: [out], text: null });
    const { text } = JSON.parse(await run('hawk-dove', '--to', 'matlab', '--json'));
    expect(text).toBe(readFileSync(out, 'utf8'));
  });

  it.each([
    [['hawk-dove'], 'required option'],
    [['hawk-dove', '--to', 'word'], 'Allowed choices are matlab, latex, json, csv'],
    [['hawk-dove', '--to', 'csv'], 'csv holds one table'],
    [['hawk-dove', '--to', 'csv', '--table', 'payoff'], 'unknown table "payoff" of csv. Tables of csv: payoffs'],
    [['hawk-dove', '--to', 'matlab', '--table', 'payoffs'], '--table is for latex and csv'],
    [['hawk-dove', '--to', 'json', '--out', '/proc/nowhere/x.json'], 'cannot write to --out'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await trilogue(['export', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync('/proc/nowhere')).toBe(false);
  });
});

/** Fields of a line of CSV without line breaks in it. */
function fields(line: string): string[] {
  return line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.slice(0, line.endsWith(',') ? undefined : -1);
}
