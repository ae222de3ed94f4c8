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
  ];
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
