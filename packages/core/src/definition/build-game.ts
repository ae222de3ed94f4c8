/**
 * Source to game: reads section after section and collects everything that is wrong.
 * The one validation behind `readGame` and `defineGame`.
 */
import type { Scope } from '../expression/scope.js';
import { GameError } from '../fault/game-error.js';
import type { EnvironmentState, Game } from '../game/game.js';
import { pointAt } from '../game/point-at.js';
import { holdingShares } from '../game/where.js';
import { checkGame } from './check-game.js';
import { attempt, inFileOrder, type Ledger, notKnown, report } from './ledger.js';
import { inside, readNumber, readRecord, readText } from './read.js';
import { readDynamics, readMutation } from './read-dynamics.js';
import { readEnvironment, readStateNames } from './read-environment.js';
import { readInitial } from './read-initial.js';
import { readNoise } from './read-noise.js';
import { readParameters } from './read-parameters.js';
import { readPayoffs } from './read-payoffs.js';
import { readPlayers } from './read-players.js';
import { readRegimes } from './read-regimes.js';
import { checkIdentifier, readScenarios } from './read-scenarios.js';
import { readWhere } from './read-where.js';
import { describe, type Source } from './source.js';

const root = { path: '', place: '' };
const empty: Source = { kind: 'map', entries: [] };
const keys = {
  required: ['game', 'players', 'payoffs', 'horizon'],
  optional: 'title source against parameters where dynamics mutation noise environment regimes initial scenarios'.split(
    ' ',
  ),
};

/**
 * The game that a source describes.
 * @param ledger Faults found before, while the source was made; marks are added.
 * @param file Name of the file, for messages.
 * @throws GameError with every fault.
 */
export function buildGame(source: Source, ledger: Ledger, file?: string): Game {
  const game = readSections(source, ledger);
  if (ledger.faults.length === 0) checkGame(game, ledger);
  else if (hasPoint(ledger)) attempt(ledger, root, () => pointAt(game));
  if (ledger.faults.length > 0) throw new GameError(inFileOrder(ledger.faults), file);
  return game;
}

/** Whether shares and intensities at the start can be computed although something else, such as a payoff, is wrong. */
function hasPoint({ faults }: Ledger): boolean {
  return !faults.some(
    ({ path }) => path === '' || /^(players|parameters|where|noise|environment|regimes|initial)\b/.test(path),
  );
}

function readSections(source: Source, ledger: Ledger): Game {
  const sections = readRecord(source, root, ledger, keys);
  const section = (key: string) => sections.get(key)?.value;
  const text = (key: string) => {
    const given = section(key);
    return given && readText(given, inside(root, key, key), ledger);
  };

  const name = text('game') ?? 'unnamed';
  if (section('game') !== undefined) checkIdentifier(name, section('game')!, inside(root, 'game', 'game'), ledger);
  const title = text('title') ?? name;
  const from = text('source');
  const playerSection = section('players');
  const players = playerSection === undefined ? [] : readPlayers(playerSection, ledger);
  const against = readAgainst(section('against'), players.length, ledger);

  const taken = new Map(players.map((player) => [player.name, 'a player']));
  const parameters = readParameters(section('parameters') ?? empty, taken, ledger);
  const parameterNames = parameters.map((parameter) => parameter.name);
  const shares = new Map(players.map((player) => [player.name, player.strategies]));
  const states = readStateNames(section('environment'), taken, ledger);
  const { regimes, states: chain, numbers: switching } = readRegimes(section('regimes'), parameters, taken, ledger);
  const first: Scope = { names: new Set([...parameterNames, ...states, 'time']), shares };
  const { where, names } = readWhere(section('where') ?? empty, first, taken, ledger);
  const full: Scope = { names: new Set([...parameterNames, ...names, ...states, 'time']), shares };
  const known = states.map((name) => ({ name }) as EnvironmentState);
  const holding = holdingShares({ where, environment: known, regimes }).add('time');
  const plain: Scope = { names: new Set([...full.names].filter((n) => !holding.has(n))), holdingShares: holding };

  const payoffSection = players.length === 0 ? undefined : section('payoffs');
  const { noise, numbers: shared } = readNoise(
    players.length === 0 ? undefined : section('noise'),
    players,
    full,
    plain,
    ledger,
  );
  const moving = readDynamics(section('dynamics'), plain, ledger);
  const mutation = readMutation(players.length === 0 ? undefined : section('mutation'), players, plain, ledger);
  const numbers = { ...moving.numbers, ...mutation, ...shared, ...switching };
  const environment = [...readEnvironment(section('environment'), full, plain, ledger), ...chain];
  const initial = readInitial(players.length === 0 ? undefined : section('initial'), players, plain, ledger);
  return {
    name,
    title,
    ...(from === undefined ? {} : { source: from }),
    against,
    players,
    parameters,
    where,
    ...(payoffSection === undefined ? { payoffs: [] } : readPayoffs(payoffSection, { players, against }, full, ledger)),
    dynamics: moving.dynamics,
    ...(Object.keys(numbers).length > 0 && { numbers }),
    noise,
    ...(environment.length > 0 && { environment }),
    ...(regimes.length > 0 && { regimes }),
    initial,
    horizon: readHorizon(section('horizon'), ledger),
    scenarios: readScenarios(section('scenarios') ?? empty, parameters, ledger),
  };
}

function readAgainst(source: Source | undefined, players: number, ledger: Ledger): Game['against'] {
  if (source === undefined) return 'others';
  const place = inside(root, 'against', 'against');
  const value = source.kind === 'scalar' ? source.value : undefined;
  if (value === 'self' && players > 1) {
    const found = `"self" with ${players} players`;
    report(ledger, source, place, { code: 'bad-value', found, expected: 'one player, which meets itself' });
  } else if (value === 'self' || value === 'others') return value;
  else if (typeof value === 'string')
    report(ledger, source, place, notKnown('unknown-name', 'value', value, ['self', 'others']));
  else report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: 'self or others' });
  return 'others';
}

function readHorizon(source: Source | undefined, ledger: Ledger): number {
  const place = inside(root, 'horizon', 'horizon');
  const horizon = source && readNumber(source, place, ledger);
  if (horizon === undefined || horizon > 0) return horizon ?? 1;
  report(ledger, source!, place, { code: 'bad-value', found: String(horizon), expected: 'a time above 0' });
  return 1;
}
