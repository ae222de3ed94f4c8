import { dataSharingDefaults } from '@internal/problems';
import {
  bundledGame,
  bundledGameNames,
  evaluateExpression,
  type Game,
  parseExpression,
  pointAt,
  profiles,
  readGame,
} from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../src/conditions/conditions.js';
import { conditionsCsv } from '../../src/conditions/print-csv.js';
import { latexName } from '../../src/conditions/print-formula.js';
import { conditionsLatex } from '../../src/conditions/print-latex.js';
import { conditionsMarkdown } from '../../src/conditions/print-markdown.js';
import { conditionsText } from '../../src/conditions/print-text.js';

const population = (payoffs: string, parameters: string): Game =>
  readGame(
    `game: g\nhorizon: 1\nagainst: self\nplayers:\n  P: { strategies: [a, b] }\nparameters:\n${parameters}\npayoffs:\n  P: ${payoffs}\nnoise: { kind: none }\n`,
  );

/** The value that an expression as printed has at a point. */
function printedValue(game: Game, expression: string, parameters: Readonly<Record<string, number>>): number {
  const names = new Set(game.parameters.map(({ name }) => name));
  return evaluateExpression(parseExpression(expression, { names }), parameters);
}

describe('conditions', () => {
  it('are the formulas that one gets by hand', () => {
    const all = conditions(bundledGame('data-sharing'));
    expect(all).toHaveLength(8);
    expect(all[0]!.conditions.map(({ expression }) => expression)).toEqual([
      'r_A*(1 - tau) + I_A*c*(1 - kappa) - b_A*(1 - phi) - w - p - I_A*e - s*tau*(1 + mu)',
      'r_B*(1 - tau) + I_B*c*(1 - kappa) - b_B*(1 - phi) - w - p - I_B*e - s*tau*(1 + mu)',
      '2*w + c_M - 2*v - 2*d',
    ]);
    expect(all[7]!.conditions.map(({ expression }) => expression)[2]).toBe('h - c_M');
    const hawks = conditions(bundledGame('hawk-dove'))[0]!;
    expect(hawks.conditions[0]).toMatchObject({
      expression: '(C - V)/2',
      latex: '\\frac{C - V}{2}',
      value: 1,
      holds: false,
    });
  });

  it('have the values of the payoffs at any point, as printed and read back', () => {
    for (const name of bundledGameNames) {
      const game = bundledGame(name);
      const parameters = fc.record(
        Object.fromEntries(game.parameters.map((each) => [each.name, fc.double({ min: 0.1, max: 3, noNaN: true })])),
      );
      fc.assert(
        fc.property(parameters, (set) => {
          const point = pointAt(game, { set });
          for (const { conditions: own, verdict } of conditions(game, point)) {
            for (const { expression, value } of own)
              expect(printedValue(game, expression, point.parameters)).toBeCloseTo(value, 10);
            const values = own.map(({ value }) => value);
            expect(verdict).toBe(values.some((v) => v > 0) ? 'unstable' : values.includes(0) ? 'undecided' : 'stable');
          }
        }),
        { numRuns: 2 },
      );
    }
  });

  it('divide, and keep sums and powers that cannot be multiplied out', () => {
    const game = population('{ a: "b*c/(c + 1) - b^c/4 + c^(-2)", b: "c/b" }', '  b: { value: 2 }\n  c: { value: 3 }');
    const [first] = conditions(game);
    const { expression, value, latex } = first!.conditions[0]!;
    expect(value).toBeCloseTo(3 / 2 - (6 / 4 - 8 / 4 + 1 / 9), 12);
    expect(printedValue(game, expression, { b: 2, c: 3 })).toBeCloseTo(value, 12);
    expect(latex).toContain('\\frac{');
    expect(first!.intervals.map(({ parameter, known }) => [parameter, known])).toEqual([
      ['b', false],
      ['c', false],
    ]);
  });

  it('undo what cancels', () => {
    const game = population('{ a: "(b + c)^2 - b^2 - 2*b*c", b: "c*c" }', '  b: { value: 2 }\n  c: { value: 3 }');
    expect(conditions(game)[0]).toMatchObject({
      verdict: 'undecided',
      intervals: [],
      conditions: [{ expression: '0', value: 0, holds: false }],
    });
    // equilibria may know more than the eigenvalues
    expect(conditionsText(conditions(game))).toContain('(a) not decided by its eigenvalues');
  });

  it('treat more than two strategies alike: each entering one gives an eigenvalue', () => {
    const rock = conditions(bundledGame('rock-paper-scissors'))[0]!;
    expect(rock.conditions.map(({ strategy, expression }) => [strategy, expression])).toEqual([
      ['paper', 'win'],
      ['scissors', '-loss'],
    ]);
    expect(conditions(bundledGame('data-sharing')).map(({ profile }) => profile)).toEqual(
      profiles(bundledGame('data-sharing')),
    );
  });
});

describe('intervals', () => {
  it('of full sharing: where each parameter makes the first eigenvalue 0', () => {
    const { intervals } = conditions(bundledGame('data-sharing'))[0]!;
    const q = dataSharingDefaults;
    const of = (parameter: string) => intervals.find((interval) => interval.parameter === parameter)!;
    // M stays with coordination while c_M < 2 (v - w) + 2 d.
    expect(of('c_M').high).toBeCloseTo(2 * (q.v - q.w) + 2 * q.d, 13);
    expect(of('c_M').low).toBeNull();
    expect(of('c_M').withinRange).toEqual([0.5, 2.5]);
    // Trust: 4.2 - tau (4.2 + 3) < 4.2 - 0.02 for A.
    expect(of('tau').low).toBeCloseTo((-3.62 + 3.6) / 7.2, 12);
    expect(of('w')).toMatchObject({ high: 1.15 });
    expect(of('w').withinRange).toEqual([0, 1.15]);
    expect(intervals.map(({ parameter }) => parameter)).not.toContain('h');
  });

  it('hold the verdict inside and lose it across each end', () => {
    for (const name of ['data-sharing', 'hawk-dove-asymmetric', 'stag-hunt']) {
      const game = bundledGame(name);
      const { parameters } = pointAt(game);
      for (const { verdict, intervals, conditions: own } of conditions(game)) {
        for (const { parameter, low, high, value } of intervals) {
          const at = (x: number) => {
            const values = own.map(({ expression }) =>
              printedValue(game, expression, { ...parameters, [parameter]: x }),
            );
            return values.some((each) => each > 0) ? 'unstable' : 'stable';
          };
          const step = 1e-6;
          if (high !== null && high > value)
            expect([at(high - step), at(high + step) === verdict]).toEqual([verdict, false]);
          if (low !== null && low < value)
            expect([at(low + step), at(low - step) === verdict]).toEqual([verdict, false]);
          if (high === null) expect(at(value + 1000)).toBe(verdict);
          if (low === null) expect(at(value - 1000)).toBe(verdict);
        }
      }
    }
  });

  it('end at both roots of a square, at a pole, and are one point where the eigenvalue is 0', () => {
    const game = (b: number) => population('{ a: "0", b: "b^2 - 2 - 1/(b - 1)*0 + 0/b" }', `  b: { value: ${b} }`);
    const [low, high] = [-Math.SQRT2, Math.SQRT2];
    const square = conditions(game(0.5))[0]!;
    expect(square.verdict).toBe('stable');
    expect(square.intervals[0]!.high).toBeCloseTo(high, 14);
    expect(square.intervals[0]!.low).toBeCloseTo(low, 14);
    const pole = conditions(population('{ a: "0", b: "1/(b - 1)" }', '  b: { value: 3 }'))[0]!;
    expect(pole).toMatchObject({ verdict: 'unstable', intervals: [{ low: 1, high: null }] });
    const zero = conditions(population('{ a: "0", b: "b - 1" }', '  b: { value: 1 }'))[0]!;
    expect(zero).toMatchObject({ verdict: 'undecided', intervals: [{ low: 1, high: 1 }] });
    const touching = conditions(population('{ a: "0", b: "-(b - 2)^2" }', '  b: { value: 1 }'))[0]!;
    expect(touching).toMatchObject({ verdict: 'stable', intervals: [{ low: null, high: 2 }] });
  });
});

describe('printers', () => {
  const all = conditions(bundledGame('hawk-dove-asymmetric'));

  it('text', () => {
    expect(conditionsText(all.slice(1, 2))).toBe(
      [
        '(hawk, dove) stable',
        '  owner, dove over hawk: -V_owner/2 < 0  (-1.25: holds)',
        '  intruder, hawk over dove: (V_intruder - C)/2 < 0  (-1: holds)',
        '  stable for',
        '    V_owner: above 0, now 2.5',
        '    V_intruder: below 4, now 2',
        '    C: above 2, now 4',
      ].join('\n'),
    );
  });

  it('Markdown: a head, a rule, and eight rows of as many cells', () => {
    const lines = conditionsMarkdown(all).split('\n');
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line.split('|')).toHaveLength(9);
    expect(lines[2]).toBe('| (hawk, hawk) | unstable | owner | hawk to dove | `(C - V_owner)/2 < 0` | 0.75 | no |');
  });

  it('LaTeX: balanced braces, rules of booktabs, five columns a row', () => {
    const text = conditionsLatex(all);
    expect(text.split('{').length).toBe(text.split('}').length);
    const lines = text.split('\n');
    expect([lines[1], lines[3], lines.at(-2)]).toEqual(['\\toprule', '\\midrule', '\\bottomrule']);
    for (const row of lines.slice(4, -2)) expect(row.split(' & ')).toHaveLength(5);
    expect(text).toContain('$-\\frac{V_{\\mathrm{owner}}}{2} < 0$');
  });

  it('CSV: quoted where it must be, all digits', () => {
    const [head, first] = conditionsCsv(all).split('\n');
    expect(head).toBe('profile,verdict,player,strategy,over,eigenvalue,value,holds');
    expect(first).toBe('"hawk,hawk",unstable,owner,dove,hawk,(C - V_owner)/2,0.75,false');
  });

  it.each([
    ['tau', '\\tau'],
    ['c_M', 'c_{M}'],
    ['sigma_A', '\\sigma_{A}'],
    ['win', '\\mathrm{win}'],
    ['V_owner', 'V_{\\mathrm{owner}}'],
    ['_', '\\mathrm{\\_}'],
  ])('name %s is %s', (name, latex) => {
    expect(latexName(name)).toBe(latex);
  });
});
