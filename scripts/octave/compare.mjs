/**
 * Figures of a script that ran in Octave beside ours. Owns what is asked, what is compared, and how far it may differ.
 */
import { conditions, deterministicPath } from '@trilogue/analysis';
import { driftAt, fieldAt, fieldShape, jacobianAt, lacking, pointAt, profiles, readGame } from '@trilogue/core';
import { simulate } from '@trilogue/engine';

/** Paths in Octave and in our simulation. */
const paths = { octave: 10_000, ours: 200_000 };
/** Standard errors that a probability or a mean may differ by: a false alarm has a chance of 6e-7. */
const mostErrors = 5;
/** Fewer paths than this in an outcome say nothing about standard errors; such outcomes are counted together. */
const fewest = 25;

/**
 * Statements that run the script and print one line `@name numbers` for each figure.
 * @param {string} script name of the function
 * @param {string} text of the game
 * @param {number} dt
 */
export function question(script, text, dt) {
  const game = readGame(text);
  const states = statesOf(text);
  return [
    `r = ${script}(${game.noise.kind === 'none' ? 1 : paths.octave}, ${dt});`,
    "show = @(name, values) printf('@%s%s\\n', name, sprintf(' %.17g', values));",
    "show('t', r.t); show('x', r.x'); show('eigenvalues', r.eigenvalues); show('residuals', r.residuals);",
    "show('outcomes', r.outcomes); show('means', r.means); show('meanErrors', r.mean_errors);",
    ...states.map(
      (state) => `show('drift', r.drift([${state.join('; ')}])); show('jacobian', r.jacobian([${state.join('; ')}])');`,
    ),
    '',
  ].join('\n');
}

/**
 * What was printed, by name; figures that were printed several times one after the other.
 * @param {string} output
 */
export function answers(output) {
  /** @type {Record<string, number[][]>} */
  const found = {};
  for (const [, name, numbers] of output.matchAll(/^@(\w+) (.*)$/gm)) {
    found[name] = [...(found[name] ?? []), numbers.trim().split(' ').map(Number)];
  }
  return found;
}

/**
 * @param {string} text of the game
 * @param {number} dt
 * @param {Record<string, number[][]>} octave
 * @returns {Promise<{ name: string, value: number, limit: number }[]>} differences and how large each may be
 */
export async function compare(text, dt, octave) {
  const game = readGame(text);
  const point = pointAt(game);
  const field = fieldAt(game, point);
  const [times] = octave.t;
  const { states } = deterministicPath(field, point.initial, times, { tolerance: 1e-11 });
  const asked = statesOf(text);
  const shape = fieldShape(game);
  const analysed = lacking(shape, ['replicator', 'no-mutation', 'polynomial']) === undefined;
  // by differences where payoffs are no polynomials, or are read themselves
  const worked = shape.payoffFacts === undefined && shape.levels.length === 0;
  const rows = [
    { name: 'path without noise', value: largest(octave.x[0], states.flat()), limit: 1e-6 },
    {
      name: 'drift',
      value: Math.max(...asked.map((state, i) => relative(octave.drift[i], [...driftAt(field, state)]))),
      limit: 1e-12,
    },
    {
      name: 'Jacobian',
      value: Math.max(...asked.map((state, i) => relative(octave.jacobian[i], jacobianAt(field, state).flat()))),
      limit: worked ? 1e-12 : 1e-6,
    },
    ...(analysed ? atPureProfiles(game, point, octave) : []),
  ];
  if (game.noise.kind === 'none') return rows;
  const ours = await simulate({ game, scheme: 'euler', dt, paths: paths.ours, seed: 'octave', backend: 'wasm' });
  const means = game.players.flatMap(({ name, strategies }) =>
    strategies.map((strategy) => ours.final[`${name}.${strategy}`]),
  );
  return [
    ...rows,
    { name: 'outcomes in standard errors', value: outcomeErrors(octave.outcomes[0], ours.outcomes), limit: mostErrors },
    {
      name: 'means in standard errors',
      value: Math.max(
        ...means.map((own, i) =>
          own === undefined
            ? 0
            : Math.abs(own.mean - octave.means[0][i]) /
              Math.hypot(own.sd / Math.sqrt(paths.ours), octave.meanErrors[0][i]),
        ),
      ),
      limit: mostErrors,
    },
  ];
}

/**
 * @param {import('@trilogue/core').Game} game
 * @param {import('@trilogue/core').Point} point
 * @param {Record<string, number[][]>} octave
 */
function atPureProfiles(game, point, octave) {
  const eigenvalues = conditions(game, point).flatMap(({ conditions: own }) =>
    own.map(({ value }) => value).sort((a, b) => b - a),
  );
  return [
    { name: 'eigenvalues at the pure profiles', value: relative(octave.eigenvalues[0], eigenvalues), limit: 1e-12 },
    { name: 'drift at the pure profiles', value: Math.max(...octave.residuals[0]), limit: 1e-12 },
  ];
}

/**
 * Largest difference of two estimates of a probability, over the outcomes that are not rare and all others together.
 * @param {readonly number[]} octave
 * @param {readonly { probability: number }[]} ours
 */
function outcomeErrors(octave, ours) {
  const pairs = ours.map(({ probability }, i) => ({ a: octave[i], b: probability }));
  const pooled = (/** @type {{ a: number, b: number }} */ { a, b }) =>
    (a * paths.octave + b * paths.ours) / (paths.octave + paths.ours);
  const common = pairs.filter((pair) => pooled(pair) * paths.octave >= fewest);
  const rest = common.reduce((left, { a, b }) => ({ a: left.a - a, b: left.b - b }), { a: 1, b: 1 });
  const all = pooled(rest) * paths.octave >= fewest ? [...common, rest] : common;
  return Math.max(
    0,
    ...all.map((pair) => {
      const p = pooled(pair);
      const error = Math.sqrt(p * (1 - p) * (1 / paths.octave + 1 / paths.ours));
      return error === 0 ? 0 : Math.abs(pair.a - pair.b) / error;
    }),
  );
}

/**
 * Two states inside the simplices, one at each pure profile.
 * @param {string} text
 */
function statesOf(text) {
  const game = readGame(text);
  const inside = [1, 2].map((turn) =>
    game.players.flatMap(({ strategies }, i) => {
      const weights = strategies.map((_, s) => 1 + ((7 * s + 3 * i + 5 * turn) % 4));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.slice(0, -1).map((weight) => weight / total);
    }),
  );
  const pure = profiles(game).map((profile) =>
    game.players.flatMap(({ strategies }, i) =>
      strategies.slice(0, -1).map((strategy) => (strategy === profile[i] ? 1 : 0)),
    ),
  );
  return [...inside, ...pure];
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function largest(a, b) {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(...a.map((value, i) => Math.abs(value - b[i])));
}

/**
 * In parts of the largest of ours, or of 1 where all of ours are smaller.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function relative(a, b) {
  return largest(a, b) / Math.max(1, ...b.map(Math.abs));
}
