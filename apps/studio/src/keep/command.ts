/**
 * What one sees as commands for the terminal that give the same figures.
 */
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import type { Axis, BackendName } from '@trilogue/engine';
import type { ReportOptions } from '@trilogue/report';
import type { Target } from '@trilogue/study';
import type { PathStep } from '../compute/single-path';
import type { RangedFactor } from '../state/factors';
import type { Model } from '../state/model';
import type { StudioState } from '../state/state';

/** Which backend computed; null where none did yet. */
export type ComputedBy = BackendName | null;

/** The payoff table and the equations. */
export function checkCommand(state: StudioState, model: Model): string {
  return line('trilogue check', game(state, model), point(model));
}

/** Equilibria, conditions, stability under noise. */
export function equilibriaCommand(state: StudioState, model: Model): string {
  return line('trilogue equilibria', game(state, model), point(model));
}

/** The ensemble of evolution and outcomes. */
export function simulateCommand(state: StudioState, model: Model, backend: ComputedBy): string {
  const options = [...point(model), ...horizon(state), ...accuracy(model), ...place(model, backend)];
  return line('trilogue simulate', game(state, model), options);
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
  return Array.from({ length: paths }, (_, path) => {
    const how = [`--scheme ${scheme} --dt ${dt} --path ${path}`];
    const options = [...point(model), ...horizon(state), ...how, ...place(model, backend)];
    return `${line('trilogue simulate', game(state, model), options)} > path-${path}.csv`;
  });
}

/** The heatmap; null where there is none. */
export function sweepCommand(state: StudioState, model: Model, backend: ComputedBy): string | null {
  const { axes, cells, metric } = model;
  if (axes === null) return null;
  const axis = ({ name, from, to }: { name: string; from: number; to: number }) => `${name}=${from}:${to}:${cells}`;
  const set = without(model.set, [axes.x.name, axes.y.name]);
  return line('trilogue sweep', game(state, model), [
    ...point({ ...model, set }),
    ...[...horizon(state), ...accuracy(model), ...place(model, backend)],
    `--x ${quoted(axis(axes.x))} --y ${quoted(axis(axes.y))} --metric ${quoted(metric)}`,
    '--out heatmap',
  ]);
}

/** Sobol indices over the ranges of all factors. */
export function sobolCommand(
  state: StudioState,
  model: Model,
  { factors, samples }: { readonly factors: readonly RangedFactor[]; readonly samples: number },
  backend: ComputedBy,
): string {
  const set = without(
    model.set,
    factors.map(({ name }) => name),
  );
  return line('trilogue sensitivity', game(state, model), [
    `--method sobol --samples ${samples} --metric ${quoted(model.metric)}`,
    ...[...point({ ...model, set }), ...horizon(state), ...place(model, backend)],
  ]);
}

/** One factor at a time. */
export function tornadoCommand(state: StudioState, model: Model, backend: ComputedBy): string {
  return line('trilogue sensitivity', game(state, model), [
    `--method oat --metric ${quoted(model.metric)}`,
    ...[...point(model), ...horizon(state), ...place(model, backend)],
  ]);
}

/** The smallest changes that reach a target. */
export function recommendCommand(
  state: StudioState,
  model: Model,
  { target, levers }: { readonly target: Target; readonly levers: readonly RangedFactor[] },
  backend: ComputedBy,
): string {
  const { value, goal } = target;
  return line('trilogue recommend', game(state, model), [
    `--target ${value}${goal === 'at-least' ? '' : ` --goal ${goal}`} --metric ${quoted(model.metric)}`,
    `--factors ${quoted(levers.map(({ name }) => name).join(','))}`,
    ...[...point(model), ...horizon(state), ...place(model, backend)],
  ]);
}

/** The report, with the factors of its heatmap where they are chosen. */
export function reportCommand(
  state: StudioState,
  model: Model,
  axes: ReportOptions['axes'],
  backend: ComputedBy,
): string {
  const axis = ({ name, from, to, count }: Axis) => quoted(`${name}=${from}:${to}:${count}`);
  return line('trilogue report', game(state, model), [
    ...[...point(model), ...horizon(state), ...accuracy(model), ...place(model, backend)],
    `--metric ${quoted(model.metric)}`,
    ...(axes === undefined ? [] : [`--x ${axis(axes.x)}`]),
    ...(axes?.y === undefined ? [] : [`--y ${axis(axes.y)}`]),
    `--out ${model.game.name}-report.html`,
  ]);
}

function line(command: string, of: string, options: readonly string[]): string {
  return [command, of, ...options].join(' ');
}

/** The bundled game, or what the file of an own one is called. */
function game({ gameText }: StudioState, { game: { name } }: Model): string {
  return quoted(bundledGameNames.find((one) => bundledGameText(one) === gameText) ?? `${name}.game.yaml`);
}

function point({ scenario, set }: Pick<Model, 'scenario' | 'set'>): string[] {
  return [
    ...(scenario === undefined ? [] : [`--scenario ${quoted(scenario)}`]),
    ...Object.entries(set).map(([name, value]) => `--set ${quoted(`${name}=${value}`)}`),
  ];
}

function horizon({ horizon: chosen }: StudioState): string[] {
  return chosen === null ? [] : [`--horizon ${chosen}`];
}

function accuracy({ accuracy: chosen }: Model): string[] {
  if ('tolerance' in chosen) return [`--tolerance ${chosen.tolerance}`];
  return [`--paths ${chosen.paths}`, ...(chosen.dt === null ? [] : [`--dt ${chosen.dt}`])];
}

/** Outside of browsers there is no WebGL2; WebAssembly runs the same paths, equal up to rounding. */
function place({ seed }: Model, backend: ComputedBy): string[] {
  const there = backend === 'webgl2' ? 'wasm' : backend;
  return [`--seed ${quoted(seed)}`, ...(there === null ? [] : [`--backend ${there}`])];
}

function without(set: Model['set'], names: readonly string[]): Model['set'] {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !names.includes(name)));
}

/** For a POSIX shell, without quotes where none are needed. */
function quoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
