/**
 * The games of the comparison with Octave: bundled ones, each kind of noise for two and for three strategies, payoffs that
 * depend on the shares, and a random one.
 */
import { bundledGameText } from '@trilogue/core';
import { randomGameText } from '../random-game.mjs';

/**
 * @typedef {object} Entry
 * @property {string} name what the line of results says
 * @property {string} text the game file
 * @property {number} dt step of the paths, on both sides
 */

/**
 * @param {number} seed of the random game
 * @returns {Entry[]}
 */
export function games(seed) {
  const sharing = bundledGameText('data-sharing');
  const scissors = bundledGameText('rock-paper-scissors');
  return [
    { name: 'data-sharing, replicator', text: sharing, dt: 0.05 },
    { name: 'data-sharing, demographic', text: withNoise(sharing, 'demographic'), dt: 0.05 },
    { name: 'data-sharing, multiplicative', text: withNoise(sharing, 'multiplicative'), dt: 0.05 },
    { name: 'data-sharing, none', text: withNoise(sharing, 'none'), dt: 0.05 },
    { name: 'hawk-dove, replicator', text: bundledGameText('hawk-dove'), dt: 0.05 },
    { name: 'rock-paper-scissors, replicator', text: scissors, dt: 0.02 },
    { name: 'rock-paper-scissors, demographic', text: withNoise(scissors, 'demographic'), dt: 0.02 },
    { name: 'rock-paper-scissors, multiplicative', text: withNoise(scissors, 'multiplicative'), dt: 0.02 },
    { name: 'dynamic reward, demographic', text: dynamicReward, dt: 0.02 },
    { name: `random game ${seed}, replicator`, text: noisyRandom(seed), dt: 0.02 },
    ...Object.entries(models).map(([name, lines]) => ({ name, text: modelText(lines), dt: 0.02 })),
  ];
}

/** Other equations, as lines of a game file. */
const models = {
  'smith, clipped': 'noise: { kind: multiplicative, sigma: 0.3, boundary: clip }\ndynamics: smith',
  'logit, reflected': 'noise: { kind: additive, sigma: 0.3 }\ndynamics: { kind: logit, temperature: k/2 }',
  'bnn, demographic': 'noise: { kind: demographic, sigma: 0.3 }\ndynamics: bnn',
  'maynard-smith, absorbed': 'noise: { kind: multiplicative, sigma: 0.3, boundary: absorb }\ndynamics: maynard-smith',
  'mutation, correlated': 'noise: { sigma: 0.4, correlation: [[1, -0.5], [-0.5, 1]] }\nmutation: 0.05',
  'mutation by a matrix, common':
    'noise: { sigma: 0.4, common: true }\nmutation: { matrix: [[0.9, 0.1], [k/4, 1 - k/4]] }',
};

/** @param {string} lines */
function modelText(lines) {
  return `game: model
players: { A: { strategies: [yes, no] }, B: { strategies: [left, right] } }
parameters: { k: { value: 0.8 }, n: { value: 3 } }
payoffs:
  A: { yes: "2 + sum(i, 1, n, binomial(n, i)*B.left^i*B.right^(n - i))/2", no: "2.4 + max(A.yes, B.left)*k" }
  B: { left: "3 + weight(A.yes, 0.61) + value(A.yes - 0.5, 0.88, 0.88, 2.25)", right: "4/(1 + A.yes) + if(k < 1, tanh(A.yes), exp(-k))" }
${lines}
initial: { A: 0.4, B: 0.6 }
horizon: 5
`;
}

/**
 * @param {string} text
 * @param {string} kind
 */
function withNoise(text, kind) {
  const changed = text.replace('kind: replicator', `kind: ${kind}`);
  if (changed === text) throw new Error('the game file has no line with "kind: replicator"');
  return kind === 'none' ? changed.replace(/, sigma: \{[^}]*\}/, '') : changed;
}

/** Names that are words of MATLAB, payoffs and sub-expressions with shares, powers. */
const dynamicReward = `game: dynamic-reward
players:
  end: { strategies: [for, _b, c] }
  B: { strategies: [x, y] }
parameters:
  pi: { value: 1.5, title: "50% {of\\n%{ it}" }
  start: { value: 0.5 }
  if: { value: 0.4 }
where:
  shares: end.for*pi^2^0.5
  level: pi/(1 + start)^-1
payoffs:
  end: { for: "B.x*(pi - start*end.for)^2", _b: "level*B.y*(1 - B.y) - -start", c: "shares/level" }
  B: { x: "pi*(1 - B.x)*end.c - shares", y: "end.for^2 + start/3" }
noise: { kind: demographic, sigma: { end: if, B: if^2 } }
initial: { end: [0.3, start/2, 0.45], B: 0.4 }
horizon: 6
`;

/** @param {number} seed */
function noisyRandom(seed) {
  const noise = 'noise: { kind: replicator, sigma: { P0: 0.4, P1: 0.5, P2: 0.6 } }';
  return randomGameText([3, 2, 4], seed).replace('noise: { kind: none }', noise);
}
