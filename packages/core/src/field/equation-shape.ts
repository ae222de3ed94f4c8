/** Game to what its equation is made of. */
import { dynamics } from '../equation/dynamics/dynamics.js';
import { requireFacts } from '../equation/facts.js';
import type { EquationShape } from '../equation/field.js';
import { noiseOf, noises } from '../equation/noise/noise.js';
import { refuse } from '../fault/game-error.js';
import type { Game } from '../game/game.js';

/** @throws GameError for unknown names, and for disturbed payoffs under dynamics that are not linear in them. */
export function equationShape(game: Pick<Game, 'players' | 'dynamics' | 'noise'>): EquationShape {
  const strategies = game.players.map((player) => player.strategies.length);
  const shape = { strategies, dynamics: game.dynamics, noise: game.noise.kind };
  for (const [what, name, known] of [
    ['dynamics', shape.dynamics, dynamics],
    ['noise kind', shape.noise, noises],
  ] as const) {
    if (Object.hasOwn(known, name)) continue;
    const found = `unknown ${what} "${name}"`;
    throw refuse({ code: 'unknown-name', found, expected: `a known ${what}`, known: Object.keys(known) });
  }
  if (noiseOf(shape).enters === 'payoffs') requireFacts(shape, `${shape.noise} noise`, ['linear']);
  return shape;
}
