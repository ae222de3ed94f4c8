/**
 * Random games as game files, for benchmarks and for the comparison with Octave.
 */

/**
 * Payoffs at every profile between -3 and 3, of three decimals. The same seed gives the same game.
 * @param {readonly number[]} strategies number of strategies of each player
 * @param {number} seed
 * @returns {string} a game file without noise
 */
export function randomGameText(strategies, seed) {
  const next = numbers(seed);
  const lists = strategies.map((k) => Array.from({ length: k }, (_, s) => `s${s}`));
  /** @type {string[][]} */
  let rows = [[]];
  for (const list of lists) rows = rows.flatMap((start) => list.map((name) => [...start, name]));
  const payoff = () => Math.round(6000 * next() - 3000) / 1000;
  return [
    'game: random',
    'players:',
    ...lists.map((list, i) => `  P${i}: { strategies: [${list}] }`),
    'payoffs:',
    ...rows.map((row) => `  - { when: [${row}], pay: { ${lists.map((_, i) => `P${i}: ${payoff()}`).join(', ')} } }`),
    'noise: { kind: none }',
    'horizon: 5',
    '',
  ].join('\n');
}

/**
 * Numbers in (0, 1). Source: Park and Miller (1988), multiplier 48271.
 * @param {number} seed
 */
function numbers(seed) {
  let state = (seed % 2147483646) + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  // The first ones of small seeds are small, too.
  for (let i = 0; i < 10; i++) next();
  return next;
}
