/** What callers without types may hand over: each is refused by a SensitivityError that names it, and nothing is guessed. */
import { describe, expect, it } from 'vitest';
import * as package_ from '../src/index.js';
import { SensitivityError } from '../src/index.js';
import { factors, run } from './run.js';

// biome-ignore lint/suspicious/noExplicitAny: what is wrong on purpose has no type
const all = package_ as any;
const design = package_.latinHypercubeDesign(factors(2), { samples: 8 });
const saltelli = package_.saltelliDesign(factors(2), { samples: 8 });
const problem = { factor: factors(1)[0], from: 0, target: 1 };

describe('answers', () => {
  it.each([
    ["'1'", '1', 'found "1"'],
    ['null', null, 'found null'],
    ['undefined', undefined, 'found undefined'],
    ['true', true, 'found true'],
    ['a list', [1, 2], 'found [1, 2]'],
    ['a text for a value', { value: '1', variance: 1 }, 'The value of row 3 must be a number, found "1"'],
    ['null for a variance', { value: 1, variance: null }, 'The variance of row 3 must be a number, found null'],
    ['no variance', { value: 1 }, 'The variance of row 3 must be a number, found undefined'],
    ['no list of replicates', { replicates: null }, 'The replicates of row 3 must be a list, found null'],
    ['null among replicates', { replicates: [1, null] }, 'Replicate 1 of row 3 must be a number, found null'],
    ['texts among replicates', { replicates: ['1', '2'] }, 'Replicate 0 of row 3 must be a number, found "1"'],
    ['true among replicates', { replicates: [1, true] }, 'Replicate 1 of row 3 must be a number, found true'],
  ])('refuse %s', (_, output, message) => {
    const answers = package_.createAnswers(design) as typeof all;
    expect(() => answers.tell(3, output)).toThrow(SensitivityError);
    expect(() => answers.tell(3, output)).toThrow(message);
    expect(answers.missing()).toHaveLength(8);
  });

  it('refuse outputs whose squares no number holds, where they would give NaN', () => {
    const designs = [saltelli, design, package_.morrisDesign(factors(2), { trajectories: 10 })];
    const estimators = [package_.sobolIndices, package_.prcc, package_.morrisEffects];
    for (const [i, own] of designs.entries()) {
      for (const unit of [1e200, 1e-200]) {
        const answers = run(own as typeof design, ([x, y]) => unit * (x! + y! ** 2)) as never;
        expect(() => estimators[i]!(answers)).toThrow('do not fit into double precision');
      }
      // as long as they fit, the unit is no matter
      const [plain, large] = [1, 1e140].map((unit) =>
        estimators[i]!(run(own as typeof design, ([x, y]) => unit * (x! + y! ** 2)) as never),
      );
      expect(JSON.stringify(large)).not.toMatch(/"(value|low|high|p)":null/);
      expect(large!.warnings).toEqual(plain!.warnings);
    }
  });
});

describe('arguments', () => {
  const nothing = [null, undefined, 7, 'text', [3]];
  const calls: readonly (readonly [name: string, call: (value: unknown) => unknown])[] = [
    ...['latinHypercubeDesign', 'sobolPointsDesign', 'saltelliDesign', 'morrisDesign', 'gridDesign'].flatMap(
      (name) =>
        [
          [`${name}, factors`, (value: unknown) => all[name](value, { samples: 8, trajectories: 8, levels: 4 })],
          [`${name}, one factor`, (value: unknown) => all[name]([value], { samples: 8, trajectories: 8, levels: 4 })],
          [`${name}, options`, (value: unknown) => all[name](factors(2), value)],
        ] as const,
    ),
    ['a range', (value) => all.latinHypercubeDesign([{ name: 'x', range: value }], { samples: 8 })],
    ['samples', (value) => all.latinHypercubeDesign(factors(1), { samples: value === 7 ? '7' : value })],
    ['rebuildDesign', (value) => all.rebuildDesign(value)],
    ['createAnswers', (value) => all.createAnswers(value)],
    ['saved answers', (value) => (value === undefined ? all.createAnswers(null) : all.createAnswers(design, value))],
    ['answersAt, points', (value) => all.answersAt(design, value, [])],
    ['sobolIndices', (value) => all.sobolIndices(value)],
    ['prcc', (value) => all.prcc(value)],
    ['morrisEffects', (value) => all.morrisEffects(value)],
    ['tornado', (value) => all.tornado(value)],
    ['varianceSplit', (value) => all.varianceSplit(value)],
    ['findCrossing, problem', (value) => all.findCrossing(value, [])],
    ['findCrossing, outputs', (value) => all.findCrossing(problem, value)],
    ['findCrossing, from', (value) => all.findCrossing({ ...problem, from: value === 7 ? '0' : value }, [])],
  ];
  it.each(calls)('%s: nothing but a SensitivityError', (_, call) => {
    for (const value of nothing) expect(() => call(value), String(value)).toThrow(SensitivityError);
  });

  it('of an estimate are numbers', () => {
    const answers = run(design, ([x]) => x!);
    for (const options of [{ confidence: '0.5' }, { resamples: '50' }, 7]) {
      expect(() => all.prcc(answers, options)).toThrow(SensitivityError);
    }
  });
});
