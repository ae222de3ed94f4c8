/** Reads a metric as the command line writes it. */
import { type Game, nearestName } from '@trilogue/core';
import { EngineError } from '../../errors.js';
import type { Pattern } from '../observe/region.js';
import type { Metric, ShareIndex, StateRange } from './metric.js';

const FORMS = [
  'P(strategy,...)',
  'T(strategy,...)',
  'mean(player.strategy)',
  'sd(player.strategy)',
  'quantile(player.strategy,q)',
  'mean(env.state)',
  'mean(regime.name)',
  'gap(player.strategy,player.strategy)',
];

type MetricGame = Pick<Game, 'players' | 'environment' | 'regimes'>;

/**
 * Reads a metric for a game. `*` stands for any strategy.
 * Throws EngineError that names what is wrong, with the known names.
 */
export function parseMetric(game: MetricGame, text: string): Metric {
  const match = /^\s*([A-Za-z]+)\s*\(([^()]*)\)\s*$/.exec(text);
  if (!match) throw wrong(text, `it has none of the forms ${FORMS.join(', ')}`);
  const [, name, inside] = match;
  const parts = inside.split(',').map((part) => part.trim());
  const count = (wanted: number) => {
    if (parts.length !== wanted)
      throw wrong(text, `${name} takes ${wanted} in its parentheses, separated by commas, not ${parts.length}`);
  };
  switch (name) {
    case 'P':
    case 'T':
      count(game.players.length);
      return { kind: name, pattern: readPattern(game, text, parts) };
    case 'mean':
    case 'sd':
      count(1);
      return { kind: name, ...readObserved(game, text, parts[0]) };
    case 'quantile': {
      count(2);
      const part = Number(parts[1]);
      if (parts[1] === '' || !(part > 0 && part < 1))
        throw wrong(text, `"${parts[1]}" is not a number between 0 and 1`);
      return { kind: 'quantile', ...readObserved(game, text, parts[0]), part };
    }
    case 'gap':
      count(2);
      return { kind: 'gap', a: readShare(game, text, parts[0]), b: readShare(game, text, parts[1]) };
    default:
      throw wrong(text, `"${name}" is not one of ${FORMS.join(', ')}`);
  }
}

function readPattern(game: Pick<Game, 'players'>, text: string, parts: readonly string[]): Pattern {
  const pattern = parts.map((part, p) => (part === '*' ? null : profileEntry(game, text, p, part)));
  if (pattern.every((strategy) => strategy === null)) throw wrong(text, 'at least one strategy must be named');
  return pattern;
}

/** A strategy of a profile by its name; of two strategies also by its share there, as papers write (1, 1, 0). */
function profileEntry(game: Pick<Game, 'players'>, text: string, player: number, part: string): number {
  const { strategies } = game.players[player];
  if (strategies.length === 2 && (part === '1' || part === '0')) return part === '1' ? 0 : 1;
  return strategyIndex(game, text, player, part);
}

/** A share, a state of the environment, `env.NAME`, or whether a regime holds, `regime.NAME`. */
function readObserved(
  game: MetricGame,
  text: string,
  name: string,
): { readonly share: ShareIndex; readonly range?: StateRange } {
  const { players, environment = [], regimes = [] } = game;
  const [kind, own] = name.split(/\.(.*)/);
  if (!(kind === 'env' || kind === 'regime') || players.some((player) => player.name === kind)) {
    return { share: readShare(game, text, name) };
  }
  const asked = environment.map((state) => (state.regime === true) === (kind === 'regime'));
  const names = environment.flatMap((state, i) => (asked[i] ? [state.name] : []));
  const state = environment.findIndex((state, i) => asked[i] && state.name === own);
  if (kind === 'regime' && own === regimes[0]?.name)
    throw wrong(text, `the first regime, "${own}", is what the others leave${known('', names)}`);
  if (state < 0) throw wrong(text, `unknown ${kind === 'env' ? 'state' : 'regime'} "${name}"${known(own, names)}`);
  return { share: { player: -1, strategy: state }, range: environment[state].range };
}

function readShare(game: Pick<Game, 'players'>, text: string, name: string): ShareIndex {
  const [playerName, strategyName, ...rest] = name.split('.');
  if (strategyName === undefined || rest.length > 0) throw wrong(text, `"${name}" is not of the form player.strategy`);
  const player = game.players.findIndex((candidate) => candidate.name === playerName);
  if (player < 0)
    throw wrong(
      text,
      `unknown player "${playerName}"${known(
        playerName,
        game.players.map((p) => p.name),
      )}`,
    );
  return { player, strategy: strategyIndex(game, text, player, strategyName) };
}

function strategyIndex(game: Pick<Game, 'players'>, text: string, player: number, name: string): number {
  const { name: playerName, strategies } = game.players[player];
  const index = strategies.indexOf(name);
  if (index < 0) throw wrong(text, `player ${playerName} has no strategy "${name}"${known(name, strategies)}`);
  return index;
}

function known(found: string, names: readonly string[]): string {
  const nearest = nearestName(found, names);
  return `. Known: ${names.join(', ')}${nearest ? `. Did you mean "${nearest}"?` : '.'}`;
}

function wrong(text: string, reason: string): EngineError {
  return new EngineError('metric', `metric "${text}" cannot be read: ${reason}`);
}
