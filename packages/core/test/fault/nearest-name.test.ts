import { describe, expect, it } from 'vitest';
import { renderFault } from '../../src/fault/fault.js';
import { GameError } from '../../src/fault/game-error.js';
import { nearestName } from '../../src/fault/nearest-name.js';

describe('nearestName', () => {
  it.each([
    ['beta', ['tau', 'b_A', 'c'], 'b_A'],
    ['data-sharin', ['hawk-dove', 'data-sharing'], 'data-sharing'],
    ['shraes', ['parameters', 'shares'], 'shares'],
    ['TAU', ['tau', 'mu'], 'tau'],
    ['zzzz', ['tau', 'mu'], undefined],
    ['x'.repeat(100), ['x'], undefined],
    ['tau', [], undefined],
  ])('%s', (name, known, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });
});

describe('GameError', () => {
  const fault = {
    code: 'bad-value',
    path: 'horizon',
    place: 'horizon',
    found: '0',
    expected: 'a time above 0',
  } as const;

  it('renders what was found, where, and what was expected', () => {
    expect(renderFault(fault)).toBe('horizon: 0; expected a time above 0.');
    expect(renderFault({ ...fault, line: 3, column: 7 }, 'x.yaml')).toBe(
      'x.yaml:3:7: horizon: 0; expected a time above 0.',
    );
  });

  it('spells out fifty faults and holds all', () => {
    const error = new GameError(new Array(60).fill(fault));
    expect(error.message.split('\n')).toHaveLength(51);
    expect(error.message).toMatch(/\.\.\. and 10 more\.$/);
    expect(error.faults).toHaveLength(60);
  });
});
