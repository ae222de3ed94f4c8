import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, renderFault } from '../../src/fault/fault.js';
import { GameError, refuse } from '../../src/fault/game-error.js';
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

/** The same distance by its definition: the cheapest last edit of both texts. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const edits = [
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    edits.push(distance(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...edits);
}

describe('the nearest name', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });

  it('is the first of those with the fewest edits, neighbours that change places being one', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (name, known) => {
        const distances = known.map((candidate) => distance(name, candidate));
        const least = Math.min(...distances);
        const nearest = least <= Math.ceil(name.length / 2) ? known[distances.indexOf(least)] : undefined;
        expect(nearestName(name, known)).toBe(nearest);
      }),
      { numRuns: 200 },
    );
  });

  it('is looked for up to 64 characters', () => {
    const longest = 'x'.repeat(64);
    expect(nearestName(longest, [`${longest}y`])).toBe(`${longest}y`);
    expect(nearestName(`${longest}x`, [longest])).toBeUndefined();
  });
});

describe('quote', () => {
  it('cuts what is longer than sixty characters', () => {
    const sixty = 'x'.repeat(60);
    expect(quote('tau')).toBe('"tau"');
    expect(quote(sixty)).toBe(`"${sixty}"`);
    expect(quote(`${sixty}x`)).toBe(`"${'x'.repeat(57)}..."`);
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

  it('lists the names that are known, forty at most, with the nearest', () => {
    const unknown = { ...fault, place: '', found: 'unknown name "tua"', at: 5, known: ['c', 'tau'] };
    expect(renderFault({ ...unknown, suggestion: 'tau' })).toBe(
      'unknown name "tua" at column 5.\n  Known names: c, tau. Did you mean "tau"?',
    );
    expect(renderFault(unknown)).toBe('unknown name "tua" at column 5.\n  Known names: c, tau.');
    expect(renderFault({ ...unknown, known: [] })).toContain('Known names: none.');
    const names = Array.from({ length: 41 }, (_, i) => `n${i}`);
    expect(renderFault({ ...unknown, known: names.slice(0, 40) })).toMatch(/n38, n39\.$/);
    expect(renderFault({ ...unknown, known: names })).toMatch(/n38, n39, \.\.\.\.$/);
    expect(renderFault({ ...fault, at: 2 })).toBe('horizon: 0 at column 2; expected a time above 0.');
  });

  it('knows its file, and gives a place to faults that have none', () => {
    const error = new GameError([fault, { ...fault, path: '', place: '' }], 'x.yaml');
    expect(error.name).toBe('GameError');
    expect(error.file).toBe('x.yaml');
    expect(error.message).toBe('x.yaml: horizon: 0; expected a time above 0.\nx.yaml: 0; expected a time above 0.');
    const placed = error.placed({ path: 'sigma.A', place: 'noise of A' });
    expect(placed.faults).toEqual([fault, { ...fault, path: 'sigma.A', place: 'noise of A' }]);
    expect(placed.file).toBe('x.yaml');
    expect(new GameError([fault]).file).toBeUndefined();
    expect(new GameError(new Array(50).fill(fault)).message.split('\n')).toHaveLength(50);
  });

  it('about one fault has its words, and a place only where it is given one', () => {
    const { path: _, place: __, ...bare } = fault;
    expect(refuse(bare).faults).toEqual([{ ...fault, path: '', place: '' }]);
    expect(refuse(fault).faults).toEqual([fault]);
  });

  it('spells out fifty faults and holds all', () => {
    const error = new GameError(new Array(60).fill(fault));
    expect(error.message.split('\n')).toHaveLength(51);
    expect(error.message).toMatch(/\.\.\. and 10 more\.$/);
    expect(error.faults).toHaveLength(60);
  });
});
