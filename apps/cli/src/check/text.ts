/**
 * The description of a game as text for a terminal.
 */
import {
  boundaryOf,
  diffusion,
  dynamicsOf,
  dynamicsWords,
  type EquationShape,
  type GameDescription,
  matrixName,
  noiseWords,
  plainText,
  rateName,
  texts,
  whole,
} from '@trilogue/core';
import { align, wrapped } from '../output/align.js';
import { brief } from '../output/figures.js';

export function descriptionText(game: GameDescription): string {
  return [
    `${game.title} (${game.game})`,
    ...(game.source === null ? [] : wrapped(`Source: ${game.source}`)),
    ...section('Players', playerLines(game)),
    ...section('Payoffs', payoffLines(game)),
    ...section('Payoff advantages', advantageLines(game)),
    ...section('Dynamics', dynamicsLines(game)),
    ...section('Noise', noiseLines(game)),
    ...section('Environment', environmentLines(game)),
    ...section('Regimes, of which the first is that at the start', regimeLines(game)),
    ...section('Parameters, with the range that is explored', parameterLines(game)),
    ...section('Scenarios', scenarioLines(game)),
    '',
    `Starts at ${startWords(game)}; outcomes are read at time ${brief(game.horizon)}.`,
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function playerLines({ players, against }: GameDescription): string[] {
  const rows = players.map(({ name, title, strategies }) => [name, title === name ? '' : title, strategies.join(', ')]);
  return [...align(rows, 'lll'), ...(against === 'self' ? ['Its members meet each other.'] : [])];
}

function payoffLines({ players, payoffTable, against }: GameDescription): string[] {
  if (payoffTable === null) return ['too many strategy profiles for a table; see the payoff advantages'];
  const names = players.map(({ name }) => name);
  const chosen = against === 'self' ? ['own', "opponent's"] : names;
  const rows = payoffTable.map(({ profile, payoffs }) => [
    ...profile,
    '|',
    ...names.map((name) => brief(payoffs[name]!)),
  ]);
  const sides = `${'l'.repeat(chosen.length)}l${'r'.repeat(names.length)}`;
  return align([[...chosen, '|', ...names], ...rows], sides);
}

function advantageLines({ advantages }: GameDescription): string[] {
  const rows = advantages.map(({ player, strategy, over, text }) => [player, `${strategy} over ${over}`, text]);
  return align(rows, 'lll');
}

function dynamicsLines({ players, dynamics, numbers }: GameDescription): string[] {
  const mutation = players.map(({ strategies }, player) =>
    rateName(player) in numbers
      ? ('rate' as const)
      : strategies.some((_, from) => strategies.some((_, to) => matrixName(player, from, to) in numbers))
        ? ('matrix' as const)
        : null,
  );
  const own = [
    ...(dynamicsOf({ dynamics }).numbers ?? []).map((key) => `dynamics.${key}`),
    ...players.map((_, player) => rateName(player)),
  ].filter((name) => name in numbers);
  return [
    ...wrapped(dynamicsWords({ dynamics, mutation })),
    ...own.map((name) => {
      const player = players.find((_, i) => rateName(i) === name);
      return `${player === undefined ? name.replace('dynamics.', '') : `Mutation of ${player.name}`}: ${brief(numbers[name]!)}`;
    }),
  ];
}

function noiseLines({ dynamics, noise }: GameDescription): string[] {
  const sigma = Object.entries(noise.sigma).map(
    ([player, value]) => `${player} ${typeof value === 'number' ? brief(value) : value}`,
  );
  const { kind, boundary, reading, correlation } = noise;
  const shape = {
    ...{ dynamics, noise: kind, reading },
    ...(boundary !== boundaryOf({ noise: kind }) && { boundary }),
    ...(correlation !== null && { correlation }),
  };
  if (kind === 'none') return [noiseWords(shape)];
  return [...wrapped(`${kind}, ${noiseTerm(shape)}. ${noiseWords(shape)}`), `Intensity sigma: ${sigma.join(', ')}`];
}

// that a share is stopped is said in words
const written = texts({ ...plainText, less: () => '1' });

/** What the noise adds to the share x of the first of two strategies, such as `sigma x (1 - x) dW`. */
function noiseTerm(equation: Pick<EquationShape, 'dynamics' | 'noise' | 'boundary'>): string {
  const at = { shares: [[whole('x'), written.sub(whole('1'), whole('x'))]], sigma: [whole('1')] };
  const columns = diffusion(written, { ...equation, strategies: [2] }, at)[0]!;
  return columns.map(([own]) => `sigma ${own!.level === 'sum' ? `(${own!.text})` : own!.text} dW`).join(' + ');
}

function environmentLines({ environment }: GameDescription): string[] {
  const rows = environment.map(({ name, start, range, rate, noise }) => [
    name,
    `starts at ${brief(start)}`,
    `kept in ${brief(range[0])} to ${brief(range[1])}`,
    `d${name}/dt = ${rate}${noise === '0' ? '' : `, noise ${noise} dW`}`,
  ]);
  return align(rows, 'llll');
}

function regimeLines({ regimes }: GameDescription): string[] {
  const rows = regimes.map(({ name, title, values, to }) => [
    name,
    title === name ? '' : title,
    Object.entries(values)
      .map(([parameter, value]) => `${parameter} = ${brief(value)}`)
      .join(', '),
    Object.entries(to)
      .map(([other, rate]) => `to ${other} at rate ${brief(rate)}`)
      .join(', '),
  ]);
  return align(rows, 'llll');
}

function parameterLines({ parameters }: GameDescription): string[] {
  const grouped = parameters.some(({ group }) => group !== undefined);
  const rows = parameters.map(({ name, value, range, group, title }) => [
    name,
    brief(value),
    range === undefined ? '' : `${brief(range[0])} to ${brief(range[1])}`,
    ...(grouped ? [group ?? ''] : []),
    title ?? '',
  ]);
  return align(rows, grouped ? 'lllll' : 'llll');
}

function scenarioLines({ scenarios }: GameDescription): string[] {
  const rows = Object.entries(scenarios).map(([name, values]) => [
    name,
    Object.entries(values)
      .map(([parameter, value]) => `${parameter} ${brief(value!)}`)
      .join(', '),
  ]);
  return align(rows, 'll');
}

function startWords({ players, initial }: GameDescription): string {
  const shares = players.map(({ name, strategies }) => {
    const own = initial[name]!;
    const list = typeof own === 'number' ? [own] : own;
    return list.map((share, s) => `${name}.${strategies[s]} ${brief(share)}`).join(', ');
  });
  return shares.join(', ');
}
