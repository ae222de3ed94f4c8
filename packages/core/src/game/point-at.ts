/**
 * Game, scenario and set values to a point. Owns the meaning of settable values and their checks.
 */
import { evaluateExpression } from '../expression/evaluate.js';
import { mentions } from '../expression/scope.js';
import { type Fault, type FaultCode, quote } from '../fault/fault.js';
import { GameError } from '../fault/game-error.js';
import { nearestName } from '../fault/nearest-name.js';
import type { Game, SubExpression } from './game.js';
import { resolveShares } from './initial-shares.js';
import type { Point } from './point.js';
import { type Settable, settables } from './settable.js';
import { holdingShares, varies } from './where.js';

/** Which values differ from the defaults. */
export interface PointOptions {
  /** Name of a scenario of the game; its values replace the defaults. */
  readonly scenario?: string;
  /** Values by settable name (`settableNames`); they replace those of the scenario. */
  readonly set?: Readonly<Record<string, number>>;
}

/**
 * The point at which a game runs: all parameters, noise intensities and initial shares as numbers.
 * Setting some initial shares of a player rescales its other shares in proportion, equally where they are all 0.
 * @throws GameError with every fault: unknown scenario or name, a value that is not finite, an intensity below 0, shares
 * outside [0, 1] or not adding up to 1.
 */
export function pointAt(game: Game, options: PointOptions = {}): Point {
  const faults: Fault[] = [];
  const { defaults, needed, varying } = basisOf(game);
  const parameters = { ...defaults, ...scenarioValues(game, options.scenario, faults) };
  const sigmaSet = new Map<number, number>();
  const stateSet = new Map<number, number>();
  const initialSet = game.players.map(() => new Map<number, number>());

  const others = Object.keys(options.set ?? {}).some((name) => !Object.hasOwn(parameters, name));
  const known = others ? settables(game) : new Map<string, Settable>();
  for (const [name, value] of Object.entries(options.set ?? {})) {
    const target = Object.hasOwn(parameters, name) ? ({ kind: 'parameter', name } as const) : known.get(name);
    if (target === undefined) faults.push(unknown('set', name, [...known.keys()]));
    else if (typeof value !== 'number' || !Number.isFinite(value)) {
      faults.push(wrong('bad-value', `set.${name}`, `set ${name}`, String(value), 'a finite number'));
    } else if (target.kind === 'parameter') parameters[target.name] = value;
    else if (target.kind === 'state') stateSet.set(target.state, value);
    else if (target.kind === 'sigma') sigmaSet.set(target.player, value);
    else if (initialSet[target.player]!.has(target.strategy)) {
      faults.push(
        wrong('name-clash', `set.${name}`, `set ${name}`, 'the same share set twice', 'one of the two names'),
      );
    } else initialSet[target.player]!.set(target.strategy, value);
  }
  if (faults.length > 0) throw new GameError(faults);

  const values = needed.length > 0 ? { ...parameters } : parameters;
  for (const { name, expression } of needed) values[name] = evaluateExpression(expression, values);
  const sigma = game.noise.sigma.map((expression, i) => {
    const player = game.players[i]!.name;
    if (varying[i]) return 1;
    const intensity = sigmaSet.get(i) ?? evaluateExpression(expression, values);
    const [path, place] = sigmaSet.has(i)
      ? [`set.sigma_${player}`, `set sigma_${player}`]
      : [`noise.sigma.${player}`, `noise intensity of player ${player}`];
    if (!Number.isFinite(intensity)) faults.push(wrong('not-finite', path, place, `${intensity}`, 'a finite number'));
    else if (intensity < 0) faults.push(wrong('bad-value', path, place, `${intensity}`, 'at least 0'));
    return intensity;
  });
  const initial = game.initial.map((own, i) => {
    const written = own.map((expression) => evaluateExpression(expression, values));
    return resolveShares(game.players[i]!, written, initialSet[i]!, faults);
  });
  const environment = game.environment?.map(({ name, initial: start, range: [low, high] }, i) => {
    const value = stateSet.get(i) ?? evaluateExpression(start, values);
    const path = stateSet.has(i) ? `set.initial.${name}` : `environment.${name}.initial`;
    const expected = `a number in its range, ${low} to ${high}`;
    if (!(value >= low && value <= high))
      faults.push(wrong('bad-value', path, `start of state ${name}`, `${value}`, expected));
    return value;
  });
  if (faults.length > 0) throw new GameError(faults);
  return { parameters, sigma, ...(environment && { environment }), initial };
}

/** What is the same at every point of a game. */
interface Basis {
  /** The parameters' values. */
  readonly defaults: Readonly<Record<string, number>>;
  /** The named sub-expressions, in order of dependence, that noise intensities and initial shares are made of. */
  readonly needed: readonly SubExpression[];
  /** Whether each noise intensity depends on shares or time. */
  readonly varying: readonly boolean[];
}

/** Of a sweep's game, thousands of points are asked for. */
const bases = new WeakMap<Game, Basis>();

function basisOf(game: Game): Basis {
  const known = bases.get(game);
  if (known !== undefined) return known;
  const holding = holdingShares(game);
  const varying = game.noise.sigma.map((expression) => varies(expression, holding));
  const starts = (game.environment ?? []).map((state) => state.initial);
  const numbers = [...game.noise.sigma.filter((_, i) => !varying[i]), ...starts, ...game.initial.flat()];
  const names = new Set(numbers.flatMap(mentions).map(({ name }) => name));
  const needed: SubExpression[] = [];
  for (const entry of game.where.toReversed()) {
    if (!names.has(entry.name)) continue;
    needed.unshift(entry);
    for (const { name } of mentions(entry.expression)) names.add(name);
  }
  const defaults = Object.fromEntries(game.parameters.map(({ name, value }) => [name, value]));
  const basis = { defaults, needed, varying };
  bases.set(game, basis);
  return basis;
}

function scenarioValues(game: Game, scenario: string | undefined, faults: Fault[]): Readonly<Record<string, number>> {
  if (scenario === undefined) return {};
  if (typeof scenario !== 'string') {
    faults.push(wrong('wrong-type', 'scenario', 'scenario', `${scenario}`, 'the name of a scenario'));
    return {};
  }
  if (Object.hasOwn(game.scenarios, scenario)) return game.scenarios[scenario] as Readonly<Record<string, number>>;
  faults.push(unknown('scenario', scenario, Object.keys(game.scenarios)));
  return {};
}

function unknown(place: string, name: string, known: readonly string[]): Fault {
  const suggestion = nearestName(name, known);
  const fault = wrong('unknown-name', `${place}.${name}`, place, `unknown name ${quote(name)}`, 'a known name');
  return { ...fault, known, ...(suggestion === undefined ? {} : { suggestion }) };
}

function wrong(code: FaultCode, path: string, place: string, found: string, expected: string): Fault {
  return { code, path, place, found, expected };
}
