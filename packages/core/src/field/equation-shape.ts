/** Game to what its equation is made of. */
import { dynamics, dynamicsOf } from '../equation/dynamics/dynamics.js';
import { type Fact, lacking } from '../equation/facts.js';
import type { EquationShape } from '../equation/field.js';
import { type MutationKind, matrixName, rateName } from '../equation/mutation.js';
import { type Boundary, boundaries } from '../equation/noise/contract.js';
import { memoryName, noiseOf, noises } from '../equation/noise/noise.js';
import { refuse } from '../fault/game-error.js';
import type { EnvironmentState, Game } from '../game/game.js';
import type { Place } from '../game/place.js';

const dynamicsPlace = { path: 'dynamics', place: 'dynamics' };
const noisePlace = { path: 'noise', place: 'noise' };
const mutationPlace = { path: 'mutation', place: 'mutation' };

/**
 * Without the facts of formulas, which `fieldShape` has.
 * @throws GameError for unknown names, and for what cannot go together.
 */
export function equationShape(
  game: Pick<Game, 'players' | 'dynamics' | 'noise' | 'numbers' | 'environment'>,
): EquationShape {
  const { kind } = game.noise;
  for (const [what, name, known, place] of [
    ['dynamics', game.dynamics, dynamics, dynamicsPlace],
    ['noise kind', kind, noises, noisePlace],
  ] as const) {
    if (Object.hasOwn(known, name)) continue;
    const found = `unknown ${what} "${name}"`;
    throw refuse({ code: 'unknown-name', found, expected: `a known ${what}`, known: Object.keys(known) }).placed(place);
  }
  const strategies = game.players.map((player) => player.strategies.length);
  const mutation = game.players.map((_, player) => mutationOf(game, player));
  const plain: EquationShape = {
    strategies,
    dynamics: game.dynamics,
    noise: kind,
    ...(mutation.some((own) => own !== null) && { mutation }),
  };
  const boundary = boundaryFor(game, plain);
  const { reading, correlation } = game.noise;
  const shape: EquationShape = {
    ...plain,
    ...(boundary !== undefined && { boundary }),
    ...(kind !== 'none' && reading === 'stratonovich' && { reading }),
    ...(kind !== 'none' && correlation !== undefined && { correlation }),
    ...(kind !== 'none' && game.numbers?.[memoryName] !== undefined && { coloured: true as const }),
    ...(game.environment && { states: game.environment.map(stateOf) }),
  };
  check(shape);
  return shape;
}

function stateOf({
  name,
  noise,
  range: [low, high],
  regime,
}: EnvironmentState): NonNullable<EquationShape['states']>[number] {
  return { name, low, high, noisy: !(noise.kind === 'number' && noise.value === 0), ...(regime && { regime }) };
}

function mutationOf({ numbers = {} }: Pick<Game, 'numbers'>, player: number): MutationKind | null {
  if (Object.hasOwn(numbers, rateName(player))) return 'rate';
  return Object.hasOwn(numbers, matrixName(player, 0, 0)) ? 'matrix' : null;
}

/**
 * What is asked for, where it is not what the equation has by itself. Shares that are moved inside from 0 and 1, by mutation or by other
 * dynamics, are not absorbed there, and what leaves [0, 1] is mirrored, where nothing else is asked for; clipped, where a player has
 * more than two strategies, which short steps make the same.
 */
function boundaryFor({ noise }: Pick<Game, 'noise'>, plain: EquationShape): Boundary | undefined {
  const own = noiseOf(plain).boundary;
  const { facts } = dynamicsOf(plain);
  const stays = facts.includes('replicator') && plain.mutation === undefined;
  const two = plain.strategies.every((count) => count === 2);
  const kept = own === 'natural' ? facts.includes('invariant') : own === 'absorb' ? stays : two;
  const wanted = noise.boundary ?? (kept ? own : two ? 'reflect' : 'clip');
  if (!boundaries.includes(wanted)) {
    const found = `unknown boundary "${wanted}"`;
    throw refuse({ code: 'unknown-name', found, expected: 'a known boundary', known: [...boundaries] }).placed(
      noisePlace,
    );
  }
  // what never leaves by itself needs nothing to be kept inside
  if (own === 'natural' && kept && wanted !== 'none') return undefined;
  return wanted === own && kept ? undefined : wanted;
}

/** What cannot go together. */
function check(shape: EquationShape): void {
  const noise = noiseOf(shape);
  const named = `${shape.noise} noise`;
  const require = (place: Place, what: string, fact: Fact) => {
    const reason = lacking(shape, [fact]);
    const expected = 'a game that it is made for';
    if (reason) throw refuse({ code: 'unsupported', found: `${what} ${reason}`, expected }).placed(place);
  };
  if (noise.enters === 'payoffs') require(noisePlace, named, 'linear');
  if (shape.mutation?.includes('matrix')) require(mutationPlace, 'a mutation matrix', 'replicator');
  const unsupported = (found: string, expected: string) =>
    refuse({ code: 'unsupported', found, expected }).placed(noisePlace);
  if (shape.boundary === 'natural') {
    throw unsupported(
      `the boundary "natural" with ${named} and ${shape.dynamics} dynamics, which do not keep shares inside by themselves`,
      'absorb, clip, reflect or none',
    );
  }
  if (shape.boundary === 'absorb' || shape.boundary === 'reflect') {
    const reason = lacking(shape, ['two-strategies']);
    if (reason) throw unsupported(`the boundary "${shape.boundary}" ${reason}`, 'clip or none');
  }
  if (shape.coloured && (shape.noise === 'demographic' || shape.reading === 'stratonovich')) {
    const what =
      shape.noise === 'demographic'
        ? 'demographic noise with a memory'
        : 'a reading of noise with a memory, which has only one';
    throw unsupported(what, 'white noise, without the key "memory"');
  }
  if (shape.noise === 'demographic' && shape.boundary === 'none') {
    throw unsupported(
      'demographic noise that may leave [0, 1], where its root is not defined',
      'absorb, clip or reflect',
    );
  }
  if (shape.noise === 'demographic' && shape.reading === 'stratonovich') {
    throw unsupported("demographic noise in Stratonovich's reading, which would not absorb at 0 and 1", 'ito');
  }
  if (shape.correlation !== undefined && new Set(shape.strategies).size > 1) {
    throw unsupported(
      'Brownian motions that players with different numbers of strategies share',
      'players with equally many, or noise of their own',
    );
  }
}
