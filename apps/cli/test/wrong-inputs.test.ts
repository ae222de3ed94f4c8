/**
 * Wrong inputs from outside: each ends with its exit code, a message that names the culprit, nothing on standard output
 * and no stack.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch, trilogue } from './trilogue.js';

const folder = scratch();
const path = (name: string) => join(folder, name);
writeFileSync(path('empty.game.yaml'), '');
writeFileSync(path('binary.game.yaml'), new Uint8Array([0x67, 0xff, 0xfe, 0x00]));
writeFileSync(path('list.game.yaml'), '- 1\n- 2\n');
writeFileSync(path('broken.game.yaml'), 'game: [unclosed\n');
writeFileSync(
  path('typo.game.yaml'),
  `game: typo
title: A typo
players:
  A: { strategies: [hawk, dove] }
  B: { strategies: [hawk, dove] }
parameters:
  benefit: { value: 2 }
payoffs:
  A: { hawk: "benfit*B.dove", dove: "0" }
  B: { hawk: "benefit*A.dove", dove: "1/(A.hawk)" }
noise: { kind: none }
initial: { A: 0.5, B: 2 }
horizon: 10
`,
);
mkdirSync(path('folder'));
mkdirSync(path('foreign'));
writeFileSync(path('foreign/cells.csv'), 'mine');
mkdirSync(path('alien'));
writeFileSync(path('alien/manifest.json'), '{"name":"web app"}');

const game = 'data-sharing';
const sweep = (...more: string[]) => [
  ...['sweep', game, '--backend', 'wasm', '--paths', '8', '--x', 'tau=0:1:2'],
  ...['--metric', 'P(share,share,coordinate)', '--out', path('never'), ...more],
];
const run = (...more: string[]) => ['simulate', game, '--backend', 'wasm', '--paths', '8', ...more];
const report = (...more: string[]) => [
  ...['report', game, '--backend', 'wasm', '--paths', '8', '--out', path('never/report.html'), ...more],
];
const within = (tolerance: string, ...more: string[]) => ['simulate', game, '--tolerance', tolerance, ...more];

const table: readonly (readonly [args: readonly string[], code: number, ...fragments: string[]])[] = [
  // the command itself
  [[], 2, 'Usage: trilogue'],
  [['simulat', game], 2, "unknown command 'simulat'", 'simulate'],
  [['check'], 2, "missing required argument 'GAME'"],
  [['check', game, 'hawk-dove'], 2, 'too many arguments'],
  [['check', game, '--jsn'], 2, "unknown option '--jsn'", '--json'],
  // the game
  [['check', 'data-sharng'], 2, '"data-sharng" is neither a file nor a bundled game', 'Did you mean "data-sharing"?'],
  [['check', 'data-sharng'], 2, 'rock-paper-scissors'],
  [['check', path('missing.game.yaml')], 2, 'missing.game.yaml" is neither a file'],
  [['check', path('folder')], 2, 'is a folder'],
  [['check', ''], 2, '"" is neither a file'],
  [['check', '/dev/zero'], 2, 'more than 4194304 bytes'],
  [['check', '__proto__'], 2, '"__proto__" is neither a file'],
  [['check', path('empty.game.yaml')], 2, 'empty.game.yaml'],
  [['check', path('binary.game.yaml')], 2, 'binary.game.yaml', 'UTF-8'],
  [['check', path('list.game.yaml')], 2, 'list.game.yaml:1:1'],
  [['check', path('broken.game.yaml')], 2, 'broken.game.yaml'],
  [['check', path('typo.game.yaml')], 2, 'typo.game.yaml:9:', '"benfit"', 'Did you mean "benefit"?'],
  [['simulate', path('typo.game.yaml')], 2, 'typo.game.yaml:9:'],
  // the point
  [run('--set', 'tua=1'), 2, '"tua"', 'Did you mean "tau"?'],
  [run('--set', 'tau'), 2, '--set', 'tau', 'name=value'],
  [run('--set', 'tau=12abc'), 2, '--set', 'tau=12abc', 'a number'],
  [run('--set', 'tau='), 2, '--set', 'a number'],
  [run('--set', 'tau=1', '--set', 'tau=2'), 2, '"tau" is set twice'],
  [run('--set', '__proto__=1'), 2, '"__proto__"'],
  [run('--set', 'sigma_A=-1'), 2, 'intensity of player A', '-1'],
  [run('--set', 'initial.A=1.5'), 2, 'player A', '1.5'],
  [run('--scenario', 'independant'), 2, '"independant"', 'Did you mean "independent"?'],
  // numbers
  [run('--paths', '12abc'), 2, '--paths', "'12abc'", 'whole number'],
  [run('--paths', ''), 2, '--paths', "''"],
  [run('--paths', '0'), 2, '--paths', "'0'"],
  [run('--paths', '-5'), 2, '--paths', "'-5'"],
  [run('--paths', '2.5'), 2, '--paths', "'2.5'"],
  [run('--paths', '0x10'), 2, '--paths', "'0x10'"],
  [run('--paths', '1e30'), 2, '--paths', "'1e30'"],
  [within('0'), 2, '--tolerance', "'0'", 'from 0.000001 to 0.5'],
  [within('-1'), 2, '--tolerance', "'-1'"],
  [within('2'), 2, '--tolerance', "'2'"],
  [within('abc'), 2, '--tolerance', "'abc'"],
  [within('0.01', '--paths', '8'), 2, '--tolerance', '--paths', 'cannot be used with'],
  [within('0.01', '--dt', '0.1'), 2, '--tolerance', '--dt', 'cannot be used with'],
  [within('0.01', '--scheme', 'absorbing-euler'), 2, 'absorbing-euler', 'logit-weak-2'],
  [sweep('--tolerance', '0.01'), 2, '--tolerance', '--paths', 'cannot be used with'],
  [run('--dt', 'NaN'), 2, '--dt', "'NaN'", 'above 0'],
  [run('--dt', '0'), 2, '--dt', "'0'"],
  [run('--dt', '1e-12'), 2, 'dt 1e-12', 'Use a larger dt'],
  [run('--horizon', 'Infinity'), 2, '--horizon', "'Infinity'"],
  [run('--horizon', '-20'), 2, '--horizon', "'-20'"],
  [run('--delta', '0.5'), 2, '--delta', "'0.5'", 'below 0.5'],
  [run('--threads', '0'), 2, '--threads', "'0'", '1024'],
  [run('--threads', '100000'), 2, '--threads', "'100000'"],
  [run('--seed'), 2, '--seed', 'argument missing'],
  // names
  [run('--scheme', 'milstien'), 2, '--scheme', "'milstien'", 'weak-euler'],
  [run('--backend', 'gpu'), 2, '--backend', "'gpu'", 'webgpu'],
  [run('--backend', 'webgl2'), 1, 'backend "webgl2"', 'browsers only'],
  // one path
  [['simulate', game, '--path', '-1'], 2, '--path', "'-1'"],
  [run('--path', '3'), 2, '--path', '--paths', 'cannot be used with'],
  // sweeps
  [['sweep', game], 2, "required option '--x"],
  [['sweep', game, '--x', 'tau=0:1:3', '--metric', 'mean(A.share)'], 2, "required option '--out"],
  [sweep('--x', 'tau'), 2, '--x', 'NAME=LO:HI:N'],
  [sweep('--x', 'tau=0:1:x'), 2, '--x', 'N is "x"'],
  [sweep('--x', 'tau=a:1:3'), 2, '--x', 'LO is "a"'],
  [sweep('--x', 'tau=1:0:3'), 2, '"tau"', 'lower to a higher'],
  [sweep('--x', 'tau=0:1:1'), 2, '"tau"', 'one value'],
  [sweep('--x', 'trust=0:1:3'), 2, '"trust"', 'tau'],
  [sweep('--y', 'tau=0:1:3'), 2, '"tau"', 'both axes'],
  [sweep('--x', 'tau=0:1:10000', '--y', 'p=0:1:10000'), 2, '100000000 cells'],
  [sweep('--x', 'initial.A=2:4:3'), 2, 'player A', '2'],
  [sweep('--set', 'tau=0.5'), 2, '--set tau=0.5 has no effect'],
  [sweep('--metric', 'P(share,share)'), 2, 'P(share,share)', 'takes 3'],
  [sweep('--metric', 'P(share,share,cordinate)'), 2, '"cordinate"', 'Did you mean "coordinate"?'],
  [sweep('--metric', 'median(A.share)'), 2, '"median"'],
  [sweep('--metric', ''), 2, 'metric ""'],
  [sweep('--backend', 'webgl2'), 1, 'backend "webgl2"'],
  // folders
  [sweep('--out', path('empty.game.yaml')), 2, 'empty.game.yaml', 'a file'],
  [sweep('--out', path('empty.game.yaml/below')), 2, 'empty.game.yaml/below', 'a file'],
  [sweep('--out', '/proc/trilogue'), 2, '--out "/proc/trilogue"'],
  [sweep('--out', '/dev/null'), 2, '/dev/null', 'a file'],
  [sweep('--out', path('foreign')), 2, 'cells.csv', 'no manifest.json'],
  [sweep('--out', path('alien')), 2, 'alien', 'did not write'],
  [run('--out', path('empty.game.yaml')), 2, 'empty.game.yaml', 'a file'],
  [run('--out', ''), 2, 'cannot write to --out ""'],
  [run('--out', 'a\ufffdb'), 2, 'is not text in UTF-8'],
  [run('--out', '/proc/trilogue/x'), 2, '/proc/trilogue/x'],
  // reports
  [['report', game], 2, "required option '--out"],
  [report('--metric', 'P(share)'), 2, 'P(share)', 'takes 3'],
  [report('--target', '2'), 2, '--target 2', '0 to 1'],
  [report('--y', 'p=0:2:5'), 2, '--y', '--x'],
  [report('--x', 'tua=0:1:5'), 2, '"tua"', 'tau'],
  [report('--out', path('folder')), 2, 'folder', 'is a folder'],
  [report('--out', path('empty.game.yaml')), 2, 'empty.game.yaml', 'not a report'],
  [report('--out', '/proc/trilogue/x.html'), 2, '/proc/trilogue'],
  // init
  [['init', path('empty.game.yaml')], 2, 'empty.game.yaml', 'exists already'],
  [['init', path('nowhere/my.game.yaml')], 2, 'nowhere', 'does not exist'],
  [['init', path('empty.game.yaml/my.game.yaml')], 2, 'is a file'],
];

describe('wrong inputs', () => {
  it.concurrent.for(table.map((entry) => [entry[0].join(' ').replaceAll(folder, 'DIR'), entry] as const))(
    'trilogue %s',
    async ([_, [args, code, ...fragments]]) => {
      const ended = await trilogue(args);
      expect(ended.stderr).not.toMatch(/^ {4}at /m);
      expect(ended.stderr).not.toContain('bug');
      for (const fragment of fragments) expect(ended.stderr).toContain(fragment);
      expect(ended.stdout).toBe('');
      expect(ended.code).toBe(code);
    },
  );

  it('touch no folder', () => {
    expect(existsSync(path('never'))).toBe(false);
  });
});
