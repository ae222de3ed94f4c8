/** Random games, and what is asked of them: everything that a user may do, near the limits too. A draw is a function of its text seed. */
import { readGame } from '@trilogue/core';
import { createStream, keyOf } from '@trilogue/random';

export const noises = ['none', 'replicator', 'demographic', 'multiplicative'];
export const kinds = ['P', 'T', 'mean', 'sd', 'quantile', 'gap'];
/** One population of two strategies; several players of two; a player of three to five. */
export const shapes = ['one', 'two', 'more'];

/** Tools of a draw. */
function dice(seed) {
  const stream = createStream(keyOf(seed), 0, 0);
  const unit = () => stream.unit();
  const between = (low, high, digits = 3) => Number((low + (high - low) * unit()).toFixed(digits));
  const spread = (low, high) => Number((low * (high / low) ** unit()).toPrecision(3));
  const pick = (list) => list[Math.floor(unit() * list.length)];
  const chance = (part) => unit() < part;
  return { unit, between, spread, pick, chance };
}

function countsOf({ pick, chance }, shape) {
  if (shape === 'one') return [2];
  if (shape === 'two')
    return pick([
      [2, 2],
      [2, 2],
      [2, 2, 2],
      [2, 2, 2],
      [2, 2, 2, 2],
    ]);
  return chance(0.5)
    ? [pick([3, 3, 4, 5])]
    : pick([
        [2, 3],
        [3, 2],
        [3, 3],
        [2, 2, 3],
        [4, 2],
      ]);
}

/** Shares of a player at the start, some of them next to a face. */
function startOf({ between, pick, chance, unit }, count) {
  const raw = Array.from({ length: count }, () => 0.15 + unit());
  if (chance(0.35)) raw[Math.floor(unit() * count)] = pick([0.001, 0.002, 0.01, 0.05]) * count;
  else if (chance(0.1)) raw[Math.floor(unit() * count)] = 40;
  const total = raw.reduce((sum, each) => sum + each, 0);
  const shares = raw.slice(0, -1).map((each) => Math.max(0.001, Number((each / total).toFixed(3))));
  const last = Number((1 - shares.reduce((sum, each) => sum + each, 0)).toFixed(3));
  return last > 0 ? [...shares, last] : startOf({ between, pick, chance, unit }, count);
}

/** A number of a payoff, some of them with a parameter. */
function numberText({ between, pick, chance }, size) {
  const number = between(-size, size);
  return chance(0.3) ? `${number}*${pick(['q', 'lift', 'drop'])}` : `${number}`;
}

function payoffLines(roll, players, self, size) {
  const { between, chance, pick } = roll;
  const names = Object.keys(players);
  if (self && chance(0.3)) {
    // coordination, or its opposite: what noise decides for long
    const sign = chance(0.8) ? 1 : -1;
    const own = players.P0.map((strategy) => `${strategy}: "${between(size / 4, size)}*P0.${strategy}"`);
    return [`  P0: { ${own.map((line) => (sign > 0 ? line : line.replace('"', '"-'))).join(', ')} }`];
  }
  if (chance(0.5) && !(self && names.length > 1)) {
    // a table: one row a profile; of one population that meets itself, own and other's strategy
    const lists = self ? [players[names[0]], players[names[0]]] : Object.values(players);
    const rows = lists.reduce((all, list) => all.flatMap((row) => list.map((s) => [...row, s])), [[]]);
    return rows.map((when) => {
      const pay = names.map((name) => `${name}: "${numberText(roll, size)}"`).join(', ');
      return `  - { when: [${when.join(', ')}], pay: { ${pay} } }`;
    });
  }
  const share = () => {
    const name = pick(names);
    return `${name}.${pick(players[name])}`;
  };
  return names.map((name) => {
    const own = players[name].map((strategy) => {
      const terms = [numberText(roll, size / 2), `(${numberText(roll, size)})*${share()}`];
      if (chance(0.4)) terms.push(`(${numberText(roll, size)})*${share()}*${share()}`);
      return `${strategy}: "${terms.join(' + ')}"`;
    });
    return `  ${name}: { ${own.join(', ')} }`;
  });
}

/** The game file of a draw. */
function gameText(roll, noise, shape) {
  const { between, spread, pick, chance } = roll;
  const counts = countsOf(roll, shape);
  const self = counts.length === 1;
  const players = Object.fromEntries(
    counts.map((count, p) => [`P${p}`, Array.from({ length: count }, (_, s) => `s${p}${s}`)]),
  );
  const names = Object.keys(players);
  const size = pick([0.3, 1, 2, 2, 4]);
  // payoffs that do nothing: shares are martingales
  const neutral = noise !== 'none' && chance(0.07);
  const lines = neutral
    ? names.map((name) => `  ${name}: { ${players[name].map((strategy) => `${strategy}: "0*q"`).join(', ')} }`)
    : payoffLines(roll, players, self, size);
  const sigma = names.map((name) => `${name}: ${chance(0.3) ? `s*${between(0.5, 1.5)}` : spread(0.05, 3)}`);
  const initial = names.map((name) => {
    const shares = startOf(roll, players[name].length);
    return `${name}: ${shares.length === 2 ? shares[0] : `[${shares.join(', ')}]`}`;
  });
  return {
    neutral,
    text: [
      'game: drawn',
      ...(self ? ['against: self'] : []),
      'players:',
      ...names.map((name) => `  ${name}: { strategies: [${players[name].join(', ')}] }`),
      'parameters:',
      '  q: { value: 1, range: [0.5, 1.5] }',
      `  a: { value: ${between(0.5, 2, 2)}, range: [0.3, 2.5] }`,
      `  b: { value: ${between(-1, 1, 2)}, range: [-1, 1] }`,
      `  s: { value: ${spread(0.1, 2)}, range: [0.05, 3] }`,
      'where:',
      '  lift: "a^b"',
      '  drop: "2^(-a)"',
      'payoffs:',
      ...lines,
      noise === 'none' ? 'noise: { kind: none }' : `noise: { kind: ${noise}, sigma: { ${sigma.join(', ')} } }`,
      `initial: { ${initial.join(', ')} }`,
      `horizon: ${spread(1, chance(0.2) ? 500 : 40)}`,
      '',
    ].join('\n'),
  };
}

/** What is settable on an axis of this game, within sense. */
function axisOf(roll, { game, text }, except) {
  const { between, pick } = roll;
  const { kind } = game.noise;
  const used = (...names) => names.some((name) => text.includes(`*${name}`));
  const choices = [
    ...(used('q') ? [['q', 0.5, 1.5]] : []),
    ...(used('lift', 'drop') ? [['a', 0.5, 2]] : []),
    ...(used('lift') ? [['b', -1, 1]] : []),
    ...(text.includes(': s*') ? [['s', 0.1, 1.5]] : []),
    ...game.players.flatMap(({ name, strategies }) => [
      ...(kind === 'none' ? [] : [[`sigma_${name}`, 0.1, 1.5]]),
      [`initial.${name}${strategies.length === 2 ? '' : `.${strategies[0]}`}`, 0.05, 0.95],
    ]),
  ].filter(([name]) => name !== except);
  // a parameter that does nothing where there is no other
  const [name, low, high] = choices.length > 0 ? pick(choices) : ['s', 0.1, 1.5];
  const from = between(low, (low + high) / 2, 2);
  return { name, from, to: between(from + 0.05, high, 2) };
}

function metricText(roll, game, kind) {
  const { pick, chance, unit } = roll;
  const share = () => {
    const { name, strategies } = pick(game.players);
    return `${name}.${pick(strategies)}`;
  };
  if (kind === 'P' || kind === 'T') {
    const pattern = game.players.map(({ strategies }) => (chance(0.35) ? '*' : pick(strategies)));
    if (pattern.every((each) => each === '*')) {
      const p = Math.floor(unit() * pattern.length);
      pattern[p] = pick(game.players[p].strategies);
    }
    return `${kind}(${pattern.join(',')})`;
  }
  if (kind === 'gap') return `gap(${share()},${share()})`;
  return kind === 'quantile'
    ? `quantile(${share()},${pick([0.05, 0.1, 0.25, 0.5, 0.75, 0.9])})`
    : `${kind}(${share()})`;
}

/**
 * Draw `number` of a family. `options` are those of `command` (`simulate` or `sweep`) but for the game and the metric, which is one of `candidates`;
 * `cells` says which of a sweep are compared, `rare` whether it is taken also where noise decides nothing.
 */
export function draw(seed, { noise, kind, shape }, number) {
  const roll = dice(`${seed} ${noise} ${kind} ${shape} ${number}`);
  const { pick, chance, unit } = roll;
  const { text, neutral } = gameText(roll, noise, shape);
  const game = readGame(text);
  const tolerance = pick([0.05, 0.03, 0.02, 0.02, 0.01, 0.01, 0.01, 0.005, 0.002]);
  const common = { tolerance, seed: `${number}` };
  const own = { text, game, neutral, kind, rare: chance(0.25) };
  const simulated = (kind === 'P' || kind === 'mean') && chance(0.3);
  if (simulated) return { ...own, command: 'simulate', options: common, candidates: [null], cells: [0] };
  const x = axisOf(roll, own);
  const grid = chance(0.25);
  const y = grid ? axisOf(roll, own, x.name) : undefined;
  const counts = grid
    ? pick([
        [2, 2],
        [3, 3],
        [12, 3],
      ])
    : [pick([1, 2, 3, 5, 13, 21])];
  const axes = {
    x: counts[0] === 1 ? { ...x, to: x.from, count: 1 } : { ...x, count: counts[0] },
    ...(y ? { y: { ...y, count: counts[1] } } : {}),
  };
  const total = counts[0] * (counts[1] ?? 1);
  const cells = [...new Set(Array.from({ length: Math.min(total, 3) }, () => Math.floor(unit() * total)))];
  // several metrics, from which one that noise decides is taken
  const candidates = Array.from({ length: chance(0.75) ? 5 : 1 }, () => metricText(roll, game, kind));
  return { ...own, command: 'sweep', options: { ...common, ...axes }, candidates, cells };
}

/** The command that a user types for a draw. */
export function commandOf({ command, options }, metric) {
  const axis = (name, { name: of, from, to, count }) => `--${name} ${of}=${from}:${to}:${count}`;
  return [
    `trilogue ${command} drawn.game.yaml`,
    ...(options.x ? [axis('x', options.x)] : []),
    ...(options.y ? [axis('y', options.y)] : []),
    ...(metric ? [`--metric "${metric}"`] : []),
    `--tolerance ${options.tolerance} --seed ${options.seed}`,
  ].join(' ');
}
