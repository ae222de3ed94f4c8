import { describe, expect, it } from 'vitest';
import { isWhole, withPart } from './games.js';
import { faultsOfOthers, isOurs } from './shell.js';

describe('shell blocks', () => {
  it('are ours where every command is trilogue', () => {
    expect(isOurs('# look\nnpx trilogue sweep data-sharing \\\n  --out x\ntrilogue check a > b\n')).toBe(true);
    expect(isOurs('npm start\n')).toBe(false);
    expect(() => isOurs('npm start\ntrilogue check a\n')).toThrow('divide it');
  });

  it('name scripts and files that are there', () => {
    const good = 'npm test\nnpm run lint\nnpm run build -w @trilogue/core\nnode scripts/start.mjs\ngit status\n';
    expect(faultsOfOthers(good)).toEqual([]);
    expect(faultsOfOthers('npm run nothing\nnode scripts/nothing.mjs\n')).toEqual([
      'npm run nothing: no such script',
      'node scripts/nothing.mjs: no such file',
    ]);
  });
});

describe('games in part', () => {
  it('take the sections that they lack from the whole', () => {
    const whole = 'game: a\nplayers:\n  A: {}\nhorizon: 1\n';
    expect(isWhole(whole)).toBe(true);
    expect(isWhole('horizon: 2\n')).toBe(false);
    expect(withPart(whole, 'horizon: 2\n')).toBe('game: a\nplayers:\n  A: {}\nhorizon: 2\n');
  });
});
