/**
 * How often 95% intervals of sensitivity indices hold the exact value, over repeats with seeds of their own.
 *
 *   node benchmarks/interval-coverage.mjs [--repeats 200] [--resamples 500] [--cases 'partial rank']
 *
 * One line an interval: how often it held the truth, and its mean width beside 3.92 standard deviations of the estimate over the
 * repeats, which is the width that it should have. Over 200 repeats a coverage of 0.95 has a standard error of 0.015. `--cases` takes
 * those whose title has the text. game-intervals.mjs counts the same for games, by the engine's paths.
 */
import { parseArgs } from 'node:util';
import { createStream, keyOf, normalPair } from '@trilogue/random';
import {
  createAnswers,
  latinHypercubeDesign,
  morrisDesign,
  morrisEffects,
  prcc,
  saltelliDesign,
  sobolIndices,
  sobolPointsDesign,
  varianceSplit,
} from '@trilogue/sensitivity';

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '200' },
    resamples: { type: 'string', default: '500' },
    cases: { type: 'string', default: '' },
  },
});
const repeats = Number(values.repeats);
const resamples = Number(values.resamples);

const factors = (count, range = [0, 1]) => Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range }));

function run(design, model) {
  const answers = createAnswers(design);
  for (let row = 0; row < design.runs; row++) answers.tell(row, model(design.point(row)));
  return answers;
}

/** Standard normals of a repeat. */
function normals(seed) {
  const stream = createStream(keyOf(`coverage ${seed}`), 0, 0);
  return () => normalPair(stream.word(), stream.word())[0];
}

/** Runs the repeats of a case and prints a line for each of its intervals. */
function report(title, truths, repeat) {
  if (!title.includes(values.cases)) return;
  const all = Array.from({ length: repeats }, (_, seed) => repeat(`${seed}`, { seed: `${seed}`, resamples }));
  for (const [name, truth] of Object.entries(truths)) {
    const estimates = all.map((found) => found[name]);
    const hits = estimates.filter(({ low, high }) => low <= truth && truth <= high).length;
    const mean = estimates.reduce((sum, { value }) => sum + value, 0) / repeats;
    const sd = Math.sqrt(estimates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (repeats - 1));
    const width = estimates.reduce((sum, { low, high }) => sum + high - low, 0) / repeats;
    const figures = [truth, mean, hits / repeats, width, 3.92 * sd].map((x) => x.toFixed(3));
    console.log(`| ${title} | ${name} | ${figures.join(' | ')} |`);
  }
}

/** Ishigami function with a = 7, b = 0.1, and its indices. */
const ishigami = ([x, y, z]) => Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
const v1 = (1 + Math.PI ** 4 / 50) ** 2 / 2;
const v2 = 49 / 8;
const v13 = (8 * Math.PI ** 8) / 22_500;
const v = v1 + v2 + v13;
const ishigamiTruth = {
  'first x1': v1 / v,
  'first x2': v2 / v,
  'first x3': 0,
  'total x1': (v1 + v13) / v,
  'total x3': v13 / v,
};
const pi3 = factors(3, [-Math.PI, Math.PI]);
const ofFactors = ({ indices }) =>
  Object.fromEntries(
    indices.flatMap(({ parameter, first, total }) => [
      [`first ${parameter}`, first],
      [`total ${parameter}`, total],
    ]),
  );

/** G function and the part of its variance by a set of factors. */
const a = [0, 1, 4.5, 9];
const g = (x) => a.reduce((product, each, i) => (product * (Math.abs(4 * x[i] - 2) + each)) / (1 + each), 1);
const moment = (places) => places.reduce((product, i) => product * (1 + 1 / (3 * (1 + a[i]) ** 2)), 1);
const all = moment([0, 1, 2, 3]) - 1;
const groups = { one: ['x1', 'x3'], two: ['x2', 'x4'] };
const closed = (places) => (moment(places) - 1) / all;
const groupTruth = {
  'first one': closed([0, 2]),
  'total one': 1 - closed([1, 3]),
  'first two': closed([1, 3]),
  'total two': 1 - closed([0, 2]),
};

console.log(
  '| case | interval of | exact | mean estimate | coverage | mean width | 3.92 sd |\n|---|---|---|---|---|---|---|',
);
for (const points of ['random', 'sobol']) {
  for (const samples of [256, 2048]) {
    report(`Ishigami, ${samples} ${points} samples`, ishigamiTruth, (seed, options) =>
      ofFactors(sobolIndices(run(saltelliDesign(pi3, { samples, points, seed }), ishigami), options)),
    );
  }
  report(`G function in groups, 512 ${points} samples`, groupTruth, (seed, options) => {
    const design = saltelliDesign(factors(4), { samples: 512, points, seed, groups, indicesOf: ['group'] });
    const found = sobolIndices(run(design, g), options).groups;
    return Object.fromEntries(
      found.flatMap(({ group, first, total }) => [
        [`first ${group}`, first],
        [`total ${group}`, total],
      ]),
    );
  });
  report(`Ishigami, 1024 ${points} samples`, { 'pair x1 x3': v13 / v, 'pair x1 x2': 0 }, (seed, options) => {
    const design = saltelliDesign(pi3, { samples: 1024, points, seed, secondOrder: true });
    const { pairs } = sobolIndices(run(design, ishigami), options);
    return Object.fromEntries(pairs.map(({ names, index }) => [`pair ${names.join(' ')}`, index]));
  });
  report(`Ishigami with noise of its size, 1024 ${points} samples`, ishigamiTruth, (seed, options) => {
    const noise = normals(seed);
    const sd = Math.sqrt(v);
    const design = saltelliDesign(pi3, { samples: 1024, points, seed });
    return ofFactors(
      sobolIndices(
        run(design, (x) => ({ value: ishigami(x) + sd * noise(), variance: v })),
        options,
      ),
    );
  });
  report(
    `variance split, 512 ${points} samples`,
    { parameters: v, noise: v / 2, noiseShare: 1 / 3 },
    (seed, options) => {
      const noise = normals(seed);
      const sd = Math.sqrt(v);
      const one = (x) => ishigami(x) + sd * noise();
      const design = saltelliDesign(pi3, {
        samples: 512,
        points,
        seed,
        indicesOf: ['group'],
        groups: { all: ['x1', 'x2', 'x3'] },
      });
      return varianceSplit(
        run(design, (x) => ({ replicates: [one(x), one(x)] })),
        options,
      );
    },
  );
}

// the effect of x is 4 y - 1 on the levels 0, 1/3, 2/3, 1: -1, 1/3, 5/3, 3
const effects = { mu: 1, 'mu*': 1.5, sigma: Math.sqrt((16 * 5) / 36) };
for (const [trajectories, candidates] of [
  [20, 20],
  [100, 100],
  [100, 400],
]) {
  const chosen = candidates > trajectories ? `of ${candidates} drawn` : 'as drawn';
  report(`Morris, ${trajectories} trajectories ${chosen}`, effects, (seed, options) => {
    const design = morrisDesign(factors(3), { trajectories, candidates, seed });
    const { mu, muStar, sigma } = morrisEffects(
      run(design, ([x, y, z]) => x * (4 * y - 1) + z ** 2),
      options,
    ).effects[0];
    return { mu, 'mu*': muStar, sigma };
  });
}

const ranked =
  (noise) =>
  ([x, y]) =>
    x + 0.5 * y ** 2 + 0.5 * noise();
const truth = prcc(run(sobolPointsDesign(factors(3), { samples: 2 ** 17 }), ranked(normals('truth'))), {
  resamples: 20,
});
for (const samples of [100, 400]) {
  report(
    `partial rank correlation, ${samples} samples`,
    Object.fromEntries(truth.coefficients.map(({ parameter, value }) => [parameter, value])),
    (seed, options) => {
      const answers = run(latinHypercubeDesign(factors(3), { samples, seed }), ranked(normals(seed)));
      return Object.fromEntries(prcc(answers, options).coefficients.map((each) => [each.parameter, each]));
    },
  );
}

// strong and weak factors without noise, whose coefficients are near 1
const curve = ([x, y, z]) => 1 / (1 + Math.exp(-2 * x - y - 0.1 * z));
const strong = prcc(run(sobolPointsDesign(factors(3, [-1, 1]), { samples: 2 ** 17 }), curve), { resamples: 20 });
for (const samples of [256, 2048]) {
  report(
    `partial rank correlation, logistic curve, ${samples} samples`,
    Object.fromEntries(strong.coefficients.map(({ parameter, value }) => [parameter, value])),
    (seed, options) => {
      const answers = run(latinHypercubeDesign(factors(3, [-1, 1]), { samples, seed }), curve);
      return Object.fromEntries(prcc(answers, options).coefficients.map((each) => [each.parameter, each]));
    },
  );
}
