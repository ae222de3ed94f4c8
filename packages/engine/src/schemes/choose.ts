/** Which scheme runs: the one that is asked for, or the default of the game's noise. */
import { channelsOfPlayers, type FieldShape, lacking } from '@trilogue/core';
import { EngineError } from '../errors.js';
import type { Scheme, SchemeName } from './contract.js';
import { schemes } from './schemes.js';

/**
 * The scheme of a run. Without a name: `weak-euler`, but `absorbing-euler` for demographic noise, where Euler schemes are
 * biased by their overshoot at the boundary, and `euler` for games that switch between regimes, whose chain draws normal numbers.
 * Throws EngineError for an unknown name, and for a scheme that is not made for the game.
 */
export function chooseScheme(shape: FieldShape, name: SchemeName | undefined): Scheme {
  if (name === undefined) {
    if (channelsOfPlayers(shape) > 0 && takes(shape, 'absorbing-euler')) return schemes['absorbing-euler'];
    return schemes[takes(shape, 'weak-euler') ? 'weak-euler' : 'euler'];
  }
  if (!Object.hasOwn(schemes, name)) {
    throw new EngineError('option', `unknown scheme "${name}". Known: ${Object.keys(schemes).join(', ')}.`);
  }
  const refused = lacking(shape, schemes[name].needs);
  if (refused === undefined) return schemes[name];
  const able = Object.values(schemes).map((scheme) => scheme.name);
  const others = able.filter((other) => takes(shape, other)).join(', ');
  throw new EngineError('option', `scheme "${name}" ${refused}. Use ${others}.`);
}

/** Schemes of normal increments, the highest weak order first. */
const byOrder: readonly SchemeName[] = ['logit-weak-2', 'weak-2', 'absorbing-euler', 'euler'];

/** The scheme of runs whose steps are given: of the highest weak order that the game admits. */
export function steppedScheme(shape: FieldShape): SchemeName {
  return able(shape, byOrder)[0]!;
}

/** Those that take a game. Shares without noise of their own need no scheme for what it does at the ends. */
function able(shape: FieldShape, names: readonly SchemeName[]): SchemeName[] {
  const noisy = channelsOfPlayers(shape) > 0;
  return names.filter((known) => takes(shape, known) && (noisy || known !== 'absorbing-euler'));
}

/** Whether a scheme chooses the length of each step itself. */
export function choosesSteps(name: SchemeName | undefined): boolean {
  return name !== undefined && schemes[name]?.step === undefined;
}

/** Throws EngineError for a scheme that needs a tolerance, where steps or paths are given. */
export function requireSteps(shape: FieldShape, name: SchemeName | undefined): void {
  if (chooseScheme(shape, name).step) return;
  throw new EngineError(
    'option',
    `scheme "${name}" chooses its steps by a tolerance, and has one path a cell. Give a tolerance in place of paths and dt, or use another scheme.`,
  );
}

function takes(shape: FieldShape, name: SchemeName): boolean {
  return lacking(shape, schemes[name].needs) === undefined;
}

/**
 * The scheme of a run that is to be right within a tolerance. Without a name: of the highest weak order that the game admits;
 * `dormand-prince` for games without noise.
 * Throws EngineError for increments of two values: the sums of such numbers lie on a lattice, so that a probability's error neither
 * falls with the order nor shows by halving the step.
 */
export function accurateScheme(shape: FieldShape, name?: SchemeName): SchemeName {
  const known = able(shape, ['dormand-prince', ...byOrder]);
  if (name === undefined) return known[0]!;
  const scheme = chooseScheme(shape, name);
  if (scheme.increments === 'gaussian' || scheme.step === undefined) return name;
  throw new EngineError(
    'option',
    `scheme "${name}" has increments of two values, whose error in a probability no halving of the step shows, so it cannot ` +
      `keep a tolerance. Use ${known.join(', ')}, or give dt or paths in place of the tolerance.`,
  );
}
