/** Equilibria that are no roots of polynomials, beside scalar equations, and those of other dynamics beside Nash equilibria. */
import { driftAt, fieldAt, GameError, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';

const game = (payoffs: string, more: string, players = '{ P: { strategies: [a, b] } }') =>
  readGame(`game: g\nplayers: ${players}\npayoffs: ${payoffs}\n${more}\nhorizon: 1\n`);
const alone = (payoffs: string, more: string, strategies = 'a, b') =>
  game(`{ P: { ${payoffs} } }`, `against: self\n${more}`, `{ P: { strategies: [${strategies}] } }`);
const pair = (payoffs: string, more: string) =>
  game(payoffs, more, '{ A: { strategies: [a, b] }, B: { strategies: [c, d] } }');

const pennies = '{ A: { a: B.c - B.d, b: B.d - B.c }, B: { c: A.b - A.a, d: A.a - A.b } }';
const coordination = '{ A: { a: 2*B.c, b: B.d }, B: { c: A.a, d: 2*A.b } }';
const logit = (eta: number) => `dynamics: { kind: logit, temperature: ${eta} }`;
const firsts = ({
  equilibria: found,
}: {
  readonly equilibria: readonly { readonly shares: readonly (readonly number[])[] }[];
}) => found.map(({ shares }) => shares.map(([first]) => first!));

/** Where a function of one share changes sign, on a grid that none of the tests' roots lies on. */
function signChanges(f: (x: number) => number, count = 20_011): number[] {
  const at = Array.from({ length: count + 1 }, (_, i) => i / count);
  return at.slice(1).flatMap((high, i) => {
    let [low, up] = [at[i]!, high];
    if (f(low) > 0 === f(up) > 0) return [];
    for (let n = 0; n < 60; n++) {
      const middle = (low + up) / 2;
      if (f(low) > 0 === f(middle) > 0) low = middle;
      else up = middle;
    }
    return [low];
  });
}

function expectSame(found: readonly number[], expected: readonly number[], within: number): void {
  const sorted = [...found].sort((a, b) => a - b);
  expect(sorted).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(sorted[i]! - value)).toBeLessThan(within);
}

describe('logit equilibria', () => {
  it('of matching pennies are the middle alone, which attracts', () => {
    const found = equilibria(pair(pennies, logit(0.3)));
    expect(found.complete).toBe(true);
    expect(found.equilibria).toHaveLength(1);
    expect(found.equilibria[0]).toMatchObject({
      point: { A: 0.5, B: 0.5 },
      type: 'sink',
      stability: 'stable',
      profile: null,
    });
    // v = 4 y - 2 over eta: slopes 1/4 * 4 / eta, one of them negative: -1 +- i / eta
    expect(found.equilibria[0]!.eigenvalues[0]![0]).toBeCloseTo(-1, 10);
    expect(found.equilibria[0]!.eigenvalues[0]![1]).toBeCloseTo(1 / 0.3, 10);
  });

  it.each([0.05, 0.1, 0.3, 0.45, 0.55, 1, 3])(
    'of a coordination game at temperature %d are the roots of its scalar equation',
    (eta) => {
      const found = equilibria(alone('a: P.a, b: P.b', logit(eta)));
      const share = (x: number) => 1 / (1 + Math.exp((1 - 2 * x) / eta)) - x;
      const expected = signChanges(share);
      expect(expected).toHaveLength(eta < 0.5 ? 3 : 1);
      expect(found.complete).toBe(true);
      expectSame(firsts(found).flat(), expected, 1e-12);
      for (const { error } of found.equilibria) expect(error).toBeLessThan(1e-13);
    },
  );

  it('of two populations are the roots of the composed equation, with stability by its slope', () => {
    const eta = 0.25;
    const found = equilibria(pair(coordination, logit(eta)));
    const answer = (gain: number) => 1 / (1 + Math.exp(-gain / eta));
    const replyB = (x: number) => answer(x - 2 * (1 - x));
    const replyA = (y: number) => answer(2 * y - (1 - y));
    const expected = signChanges((x) => replyA(replyB(x)) - x);
    expect(found.complete).toBe(true);
    expectSame(
      found.equilibria.map(({ shares }) => shares[0]![0]!),
      expected,
      1e-11,
    );
    for (const { shares, stability } of found.equilibria) {
      const x = shares[0]![0]!;
      const slope = (replyA(replyB(x + 1e-6)) - replyA(replyB(x - 1e-6))) / 2e-6;
      expect(stability).toBe(slope < 1 ? 'stable' : 'unstable');
    }
  });

  it('are proven at temperatures at which shares are below the smallest double', () => {
    const found = equilibria(alone('a: P.a, b: P.b', logit(0.001)));
    expect(found.complete).toBe(true);
    expectSame(firsts(found).flat(), [0, 0.5, 1], 1e-13);
  });

  it('where the curves touch are listed as undecided, and not called complete', () => {
    // at temperature 1/2 the three equilibria meet in the middle
    const found = equilibria(alone('a: P.a, b: P.b', logit(0.5)));
    expect(found.complete).toBe(false);
    expect(found.equilibria).toEqual([]);
    expect(found.undecided).toHaveLength(1);
    const [low, high] = found.undecided[0]!.shares[0]![0]!;
    expect(low < 0.5 && high > 0.5 && high - low < 0.01).toBe(true);
    expect(found.undecided[0]!.reason).toMatch(/touch/);
  });

  it('of three strategies: seven at a low temperature, by symmetry', () => {
    const found = equilibria(alone('a: P.a, b: P.b, c: P.c', logit(0.1), 'a, b, c'));
    expect(found.complete).toBe(true);
    expect(found.equilibria.map(({ type }) => type).sort()).toEqual([
      'saddle',
      'saddle',
      'saddle',
      'sink',
      'sink',
      'sink',
      'source',
    ]);
  });
});

describe('mutation', () => {
  it('of a neutral game has the middle alone', () => {
    const found = equilibria(alone('a: 1, b: 1', 'mutation: 0.01'));
    expect(found).toMatchObject({ complete: true, equilibria: [{ point: { P: 0.5 }, stability: 'stable' }] });
    expect(found.equilibria[0]!.eigenvalues[0]![0]).toBeCloseTo(-0.02, 14);
  });

  it('of a coordination game are the roots of its cubic', () => {
    for (const mu of [0.01, 0.1, 0.2]) {
      const found = equilibria(alone('a: P.a, b: P.b', `mutation: ${mu}`));
      const expected = signChanges((x) => x * (1 - x) * (2 * x - 1) + mu * (1 - 2 * x));
      // x (1 - x) = mu beside the middle
      expect(expected).toHaveLength(mu < 0.25 ? 3 : 1);
      expect(found.complete).toBe(true);
      expectSame(firsts(found).flat(), expected, 1e-12);
    }
  });

  it('by a matrix: the fixed point of a mutant that earns less', () => {
    // Page and Nowak: x' = x p_a q - x m + y p_b r with p_a = 2, p_b = 1
    const found = equilibria(alone('a: 2, b: 1', 'mutation: { P: { matrix: [[0.9, 0.1], [0.05, 0.95]] } }'));
    const expected = signChanges((x) => x * 2 * 0.9 + (1 - x) * 0.05 - x * (1 + x));
    expect(found.complete).toBe(true);
    expectSame(firsts(found).flat(), expected, 1e-12);
  });

  it('of one player leaves the faces of the other to themselves; a rate of 0 is none', () => {
    const found = equilibria(pair(coordination, 'mutation: { A: 0.02, B: 0 }'));
    expect(found.complete).toBe(true);
    // y = 0, y = 1, and y inside, where x is 2/3
    const share = (y: number) => signChanges((x) => x * (1 - x) * (3 * y - 1) + 0.02 * (1 - 2 * x));
    const inside = found.equilibria.filter(({ face }) => face[1]!.length === 2);
    expect(inside).toHaveLength(1);
    expect(inside[0]!.shares[0]![0]).toBeCloseTo(2 / 3, 12);
    for (const y of [0, 1]) {
      const there = found.equilibria.filter(({ shares }) => shares[1]![0] === y);
      expectSame(
        there.map(({ shares }) => shares[0]![0]!),
        share(y),
        1e-12,
      );
    }
    const none = pair(coordination, 'mutation: 0');
    expect(equilibria(none)).toEqual(equilibria(pair(coordination, '')));
  });
});

describe('payoffs with functions', () => {
  it('are equal on the face at the roots of scalar equations, with the pure profiles exact', () => {
    const found = equilibria(pair('{ A: { a: exp(-2*B.c), b: 0.4 }, B: { c: sqrt(A.a), d: 0.6 } }', ''));
    expect(found.complete).toBe(true);
    const [mixed, ...others] = found.equilibria.filter(({ profile }) => profile === null);
    expect(others).toEqual([]);
    expect(Math.abs(mixed!.shares[0]![0]! - 0.36)).toBeLessThan(1e-13);
    expect(Math.abs(mixed!.shares[1]![0]! + Math.log(0.4) / 2)).toBeLessThan(1e-13);
    expect(mixed).toMatchObject({ type: 'center', nash: true, strictNash: false });
    const pure = found.equilibria.filter(({ profile }) => profile !== null);
    expect(pure.map(({ profile }) => profile!.join())).toEqual(['a,c', 'a,d', 'b,c', 'b,d']);
    for (const { error, exact, nash } of pure) expect([error, typeof exact, nash]).toEqual([0, 'object', false]);
    // beside a, c: what b and d pay more
    expect(pure[0]!.eigenvalues.map(([re]) => re)).toEqual([
      expect.closeTo(0.4 - Math.exp(-2), 12),
      expect.closeTo(-0.4, 12),
    ]);
  });

  it('of one population, beside bisection, with stability by the slope', () => {
    const found = equilibria(alone('a: "exp(-3*P.a) + sin(9*P.a)", b: 0.4', ''));
    const gain = (x: number) => Math.exp(-3 * x) + Math.sin(9 * x) - 0.4;
    const mixed = found.equilibria.filter(({ profile }) => profile === null);
    expect(found.complete).toBe(true);
    expectSame(
      mixed.map(({ shares }) => shares[0]![0]!),
      signChanges(gain),
      1e-8,
    );
    for (const { shares, stability } of mixed) {
      const x = shares[0]![0]!;
      expect(stability).toBe(gain(x + 1e-6) < gain(x - 1e-6) ? 'stable' : 'unstable');
    }
  });

  it('that are equal on a whole face leave it undecided, at no cost for the others', () => {
    // where A plays a, B's strategies both pay 0
    const found = equilibria(pair('{ A: { a: exp(-2*B.c), b: 0.4 }, B: { c: "A.b^1.5", d: 0 } }', ''));
    expect(found.complete).toBe(false);
    const edge = found.undecided.find(({ face }) => face.join(' ') === 'a c,d');
    expect(edge!.reason).toMatch(/a family of equilibria perhaps/);
    expect(edge!.shares[1]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(found.method.boxes).toBeLessThan(2_000);
  });

  it('that are polynomials in disguise have the equilibria of the polynomials', () => {
    const plain = pair(coordination, '');
    const disguised = pair(
      '{ A: { a: "2*sqrt((B.c + 0.5)^2) - 1", b: B.d }, B: { c: A.a, d: "log(exp(2*A.b))" } }',
      '',
    );
    const [exact, enclosed] = [equilibria(plain), equilibria(disguised)];
    expect(enclosed.complete).toBe(true);
    expect(
      enclosed.equilibria.map(({ type, nash, strictNash, ess, face }) => ({ type, nash, strictNash, ess, face })),
    ).toEqual(exact.equilibria.map(({ type, nash, strictNash, ess, face }) => ({ type, nash, strictNash, ess, face })));
    for (const [i, { shares }] of enclosed.equilibria.entries()) {
      for (const [p, own] of shares.entries()) {
        for (const [s, share] of own.entries()) expect(share).toBeCloseTo(exact.equilibria[i]!.shares[p]![s]!, 12);
      }
    }
  });
});

describe('dynamics whose rest points are the Nash equilibria', () => {
  const nash = (found: ReturnType<typeof equilibria>) =>
    found.equilibria.filter((each) => each.nash).map(({ shares }) => shares);

  it.each(['smith', 'bnn', 'best-response'])('%s: those of the replicator equation that are Nash', (dynamics) => {
    for (const payoffs of [pennies, coordination, '{ A: { a: 2, b: 1 }, B: { c: A.a, d: 0.5 } }']) {
      const found = equilibria(pair(payoffs, `dynamics: ${dynamics}`));
      expect(found.complete).toBe(true);
      expect(found.equilibria.map(({ shares }) => shares)).toEqual(nash(equilibria(pair(payoffs, ''))));
      for (const { strictNash, stability } of found.equilibria) if (strictNash) expect(stability).toBe('stable');
    }
  });

  it('have no linearisation where payoffs tie, and say so', () => {
    const rps = 'r: P.s - P.p, p: P.r - P.s, s: P.p - P.r';
    for (const dynamics of ['smith', 'bnn', 'best-response']) {
      const [middle] = equilibria(alone(rps, `dynamics: ${dynamics}`, 'r, p, s')).equilibria;
      expect(middle).toMatchObject({ nash: true, eigenvalues: [], type: 'degenerate', stability: 'undecided' });
      expect(middle!.note).toMatch(/kink/);
    }
  });

  it('are stable at the mixed equilibrium of hawk and dove, and at none of a coordination game', () => {
    const doves = alone('a: -0.5*P.a + 2*P.b, b: P.b', 'dynamics: smith');
    expect(equilibria(doves).equilibria.map(({ stability, ess }) => [stability, ess])).toEqual([['stable', true]]);
    const mixed = equilibria(alone('a: P.a, b: P.b', 'dynamics: bnn')).equilibria.find(
      ({ profile }) => profile === null,
    );
    expect(mixed!.stability).toBe('unstable');
  });

  it('of payoffs with functions too', () => {
    const payoffs = '{ A: { a: exp(-2*B.c), b: 0.4 }, B: { c: sqrt(A.a), d: 0.6 } }';
    const found = equilibria(pair(payoffs, 'dynamics: smith'));
    expect(found.complete).toBe(true);
    expect(firsts(found)).toEqual([[expect.closeTo(0.36, 12), expect.closeTo(-Math.log(0.4) / 2, 12)]]);
  });

  it('of a line keep the parts of it that are Nash', () => {
    // a and b pay alike, c of the other player pays less than d where a is rare
    const line = '{ A: { a: 1, b: 1 }, B: { c: A.a, d: 0.25 } }';
    const found = equilibria(pair(line, 'dynamics: smith'));
    for (const { nash: parts } of found.continua) expect(parts === null || parts.length > 0).toBe(true);
    const field = fieldAt(pair(line, 'dynamics: smith'), pointAt(pair(line, 'dynamics: smith')));
    for (const { sample } of found.continua) {
      for (const rate of driftAt(
        field,
        sample.map(([first]) => first!),
      ))
        expect(Math.abs(rate)).toBeLessThan(1e-12);
    }
  });
});

describe('other dynamics with shares as factors', () => {
  it("Maynard Smith's: the points of the replicator equation, eigenvalues over the mean payoff", () => {
    const payoffs = 'a: 1 - 0.5*P.a + 2*P.b, b: 1 + P.b';
    const [own, plain] = ['dynamics: maynard-smith', ''].map((more) => equilibria(alone(payoffs, more)));
    expect(own!.complete).toBe(true);
    for (const [i, { shares, eigenvalues, stability }] of own!.equilibria.entries()) {
      const same = plain!.equilibria[i]!;
      expect([shares, stability]).toEqual([same.shares, same.stability]);
      const [x, y] = shares[0]!;
      const mean = x! * (1 - 0.5 * x! + 2 * y!) + y! * (1 + y!);
      expect(eigenvalues[0]![0]).toBeCloseTo(same.eigenvalues[0]![0] / mean, 12);
    }
  });

  it("Maynard Smith's of two populations: each by its own mean", () => {
    const payoffs = '{ A: { a: 3 + B.c, b: 3 + B.d }, B: { c: 1 + A.a, d: 1 + A.b } }';
    const found = equilibria(pair(payoffs, 'dynamics: maynard-smith'));
    const at = (shares: readonly number[]) =>
      found.equilibria.find((each) => each.shares.every(([first], i) => first === shares[i]))!;
    expect(at([1, 1]).eigenvalues.map(([re]) => re)).toEqual([expect.closeTo(-1 / 4, 12), expect.closeTo(-1 / 2, 12)]);
    // off the diagonal (1/4) 2 over 3.5 and over 1.5
    expect(at([0.5, 0.5]).eigenvalues[0]![0]).toBeCloseTo(Math.sqrt(0.25 / (3.5 * 1.5)), 12);
  });

  it('truncated: where strategies in use pay as much as the last one', () => {
    const found = equilibria(pair(coordination, 'dynamics: truncated'));
    expect(found.complete).toBe(true);
    expect(firsts(found)).toEqual([
      [0, 0],
      [expect.closeTo(2 / 3, 14), expect.closeTo(1 / 3, 14)],
    ]);
  });
});

it('Newton from many starts finds nothing that the list lacks, and every entry rests', { timeout: 120_000 }, () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  const number = () => (4 * next() - 2).toFixed(2);
  for (let n = 0; n < 12; n++) {
    const payoffs = `{ A: { a: ${number()}*B.c + exp(${number()}*B.c), b: ${number()} }, B: { c: ${number()}*A.a + sin(3*A.a), d: ${number()} } }`;
    const more = [logit(0.1 + next()), `mutation: ${(0.01 + 0.2 * next()).toFixed(3)}`][n % 2]!;
    const own = pair(payoffs, more);
    const field = fieldAt(own, pointAt(own));
    const found = equilibria(own);
    const name = `seed ${seed}, game ${n}`;
    for (const { shares } of found.equilibria) {
      for (const rate of driftAt(
        field,
        shares.map(([first]) => first!),
      ))
        expect(Math.abs(rate), name).toBeLessThan(1e-6);
    }
    for (let start = 0; start < 60; start++) {
      const root = newton((at) => [...driftAt(field, at)] as [number, number], [next(), next()]);
      if (root === undefined || root.some((share) => share < 1e-6 || share > 1 - 1e-6)) continue;
      const isListed = found.equilibria.some(({ shares }) =>
        shares.every(([first], i) => Math.abs(first! - root[i]!) < 1e-6),
      );
      const isOpen = found.undecided.some(({ shares }) =>
        shares.every(([[low, high]], i) => root[i]! > low - 1e-6 && root[i]! < high + 1e-6),
      );
      expect(isListed || isOpen, `${name}: ${root.join()} of ${payoffs} ${more}`).toBe(true);
    }
  }
});

/** With differences; undefined where it does not converge. */
function newton(f: (at: readonly number[]) => [number, number], start: readonly number[]): number[] | undefined {
  let [x, y] = start as [number, number];
  for (let i = 0; i < 50; i++) {
    const [u, v] = f([x, y]);
    if (Math.hypot(u, v) < 1e-12) return [x, y];
    const h = 1e-6;
    const [[ux, vx], [uy, vy]] = [f([x + h, y]), f([x, y + h])].map(([a, b]) => [(a - u) / h, (b - v) / h]) as [
      number[],
      number[],
    ];
    const det = ux! * vy! - uy! * vx!;
    [x, y] = [x - (u * vy! - v * uy!) / det, y - (v * ux! - u * vx!) / det];
    if (!(x > -0.2 && x < 1.2 && y > -0.2 && y < 1.2)) return undefined;
  }
  return undefined;
}

describe('what is refused', () => {
  it.each([
    ['time', 'a: sin(time), b: P.b', '', 'needs payoffs that do not change with time'],
    ['jumps', 'a: "if(P.a < 0.5, 1, 0)", b: 0.5', '', 'needs an equation without jumps'],
    [
      'jumps of best replies under mutation',
      'a: P.a, b: P.b',
      'dynamics: best-response\nmutation: 0.1',
      'needs an equation without jumps',
    ],
  ])('%s', (_, payoffs, more, words) => {
    const refused = () => equilibria(alone(payoffs, more));
    expect(refused).toThrow(GameError);
    expect(refused).toThrow(words);
  });
});
