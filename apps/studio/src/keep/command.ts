/**
 * What one sees as commands for the terminal that give the same figures. A command has every option that is given, but for those
 * that it is said here to have none of.
 */
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import { type Axis, type BackendName, commandLine, optionWords, type SweepOptionName } from '@trilogue/engine';
import type { ReportOptions } from '@trilogue/report';
import type { Target } from '@trilogue/study';
import type { PathStep } from '../compute/single-path';
import { type RangedFactor, setBeside } from '../state/factors';
import type { Model } from '../state/model';
import type { StudioState } from '../state/state';

/** Which backend computed; null where none did yet. */
export type ComputedBy = BackendName | null;

/** They choose their step and paths by methods of their own. */
const notOfStudies = ['tolerance', 'paths', 'dt', 'independent'] as const;

/** The payoff table and the equations. */
export function checkCommand(state: StudioState, model: Model): string {
  return pointCommand('check', state, model);
}

/** Equilibria, conditions, stability under noise. */
export function equilibriaCommand(state: StudioState, model: Model): string {
  return pointCommand('equilibria', state, model);
}

function pointCommand(name: string, state: StudioState, { game, scenario, set }: Model): string {
  return commandLine(['trilogue', name, gameWord(state, game), ...optionWords({ scenario, set })]);
}

/** The ensemble of evolution and outcomes. */
export function simulateCommand(state: StudioState, model: Model, backend: ComputedBy): string {
  return command('simulate', state, model, backend, ['metric', 'independent']);
}

/** Ensembles at several points, one line each. */
export function simulateCommands(
  state: StudioState,
  model: Model,
  points: readonly Pick<Model, 'scenario' | 'set'>[],
  backend: ComputedBy,
): string {
  return points.map(({ scenario, set }) => simulateCommand(state, { ...model, scenario, set }, backend)).join('\n');
}

/** Single paths, one line and one file each. */
export function pathCommands(
  state: StudioState,
  model: Model,
  { paths, scheme, dt }: { readonly paths: number } & PathStep,
  backend: ComputedBy,
): string[] {
  const own = { ...state, scheme, dt };
  const line = command('simulate', own, model, backend, ['metric', 'independent', 'tolerance', 'paths']);
  return Array.from({ length: paths }, (_, path) => `${line} --path ${path} > path-${path}.csv`);
}

/** The heatmap; null where there is none. */
export function sweepCommand(state: StudioState, model: Model, backend: ComputedBy): string | null {
  const { axes, cells } = model;
  if (axes === null) return null;
  const set = setBeside(model.set, [axes.x, axes.y]);
  const [x, y] = [axes.x, axes.y].map((axis) => axisWord({ ...axis, count: cells }));
  return command('sweep', state, { ...model, set }, backend, [], ['--x', x!, '--y', y!, '--out', 'heatmap']);
}

/** Sobol indices over the ranges of all factors. */
export function sobolCommand(
  state: StudioState,
  model: Model,
  { factors, samples }: { readonly factors: readonly RangedFactor[]; readonly samples: number },
  backend: ComputedBy,
): string {
  const own = { ...model, set: setBeside(model.set, factors) };
  const method = ['--method', 'sobol', '--samples', String(samples)];
  return command('sensitivity', state, own, backend, notOfStudies, method);
}

/** One factor at a time. */
export function tornadoCommand(state: StudioState, model: Model, backend: ComputedBy): string {
  return command('sensitivity', state, model, backend, notOfStudies, ['--method', 'oat']);
}

/** The smallest changes that reach a target. */
export function recommendCommand(
  state: StudioState,
  model: Model,
  { target: { value, goal }, levers }: { readonly target: Target; readonly levers: readonly RangedFactor[] },
  backend: ComputedBy,
): string {
  const side = goal === 'at-least' ? [] : ['--goal', goal];
  const own = ['--target', String(value), ...side, '--factors', levers.map(({ name }) => name).join(',')];
  return command('recommend', state, model, backend, notOfStudies, own);
}

/** The report, with the factors of its heatmap where they are chosen. */
export function reportCommand(
  state: StudioState,
  model: Model,
  axes: ReportOptions['axes'],
  backend: ComputedBy,
): string {
  return command(
    'report',
    state,
    model,
    backend,
    ['independent'],
    [
      ...(axes === undefined ? [] : ['--x', axisWord(axes.x)]),
      ...(axes?.y === undefined ? [] : ['--y', axisWord(axes.y)]),
      ...['--out', `${model.game.name}-report.html`],
    ],
  );
}

/** With the options that are given, the default horizon aside. */
function command(
  name: string,
  state: StudioState,
  { game, scenario, set, metric }: Model,
  backend: ComputedBy,
  without: readonly SweepOptionName[],
  own: readonly string[] = [],
): string {
  const none = Object.fromEntries(without.map((option) => [option, null]));
  const options = optionWords({ ...state, scenario, set, metric, ...none });
  // outside of browsers there is no WebGL2; WebAssembly runs the same paths, equal up to rounding
  const there = backend === 'webgl2' ? 'wasm' : backend;
  const place = there === null ? [] : ['--backend', there];
  return commandLine(['trilogue', name, gameWord(state, game), ...own, ...options, ...place]);
}

/** The bundled game, or what the file of an own one is called. */
function gameWord({ gameText }: StudioState, { name }: Model['game']): string {
  return bundledGameNames.find((one) => bundledGameText(one) === gameText) ?? `${name}.game.yaml`;
}

function axisWord({ name, from, to, count }: Axis): string {
  return `${name}=${from}:${to}:${count}`;
}
