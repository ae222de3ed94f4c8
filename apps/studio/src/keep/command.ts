/**
 * What one sees as a command for the terminal that gives the same figures.
 */
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import type { BackendName } from '@trilogue/engine';
import type { Model } from '../state/model';
import type { StudioState } from '../state/state';

/** The ensemble of evolution and outcomes. */
export function simulateCommand(state: StudioState, model: Model, backend: BackendName | null): string {
  return ['trilogue simulate', ...common(state, model, backend)].join(' ');
}

/** The heatmap; null where there is none. */
export function sweepCommand(state: StudioState, model: Model, backend: BackendName | null): string | null {
  const { axes, cells, metric } = model;
  if (axes === null) return null;
  const axis = ({ name, from, to }: { name: string; from: number; to: number }) => `${name}=${from}:${to}:${cells}`;
  const set = Object.fromEntries(
    Object.entries(model.set).filter(([name]) => name !== axes.x.name && name !== axes.y.name),
  );
  return [
    'trilogue sweep',
    ...common(state, { ...model, set }, backend),
    `--x ${quoted(axis(axes.x))} --y ${quoted(axis(axes.y))} --metric ${quoted(metric)}`,
    '--out heatmap',
  ].join(' ');
}

/** What the file of the open game is called. */
function fileName({ gameText }: StudioState, { game }: Model): string {
  const bundled = bundledGameNames.find((name) => bundledGameText(name) === gameText);
  return bundled ?? `${game.name}.game.yaml`;
}

function common(state: StudioState, model: Model, backend: BackendName | null): string[] {
  const { scenario, set, seed, accuracy } = model;
  return [
    quoted(fileName(state, model)),
    ...(scenario === undefined ? [] : [`--scenario ${quoted(scenario)}`]),
    ...Object.entries(set).map(([name, value]) => `--set ${quoted(`${name}=${value}`)}`),
    ...(state.horizon === null ? [] : [`--horizon ${state.horizon}`]),
    ...('tolerance' in accuracy
      ? [`--tolerance ${accuracy.tolerance}`]
      : [`--paths ${accuracy.paths}`, ...(accuracy.dt === null ? [] : [`--dt ${accuracy.dt}`])]),
    `--seed ${quoted(seed)}`,
    ...(backend === null ? [] : [`--backend ${backend}`]),
  ];
}

/** For a POSIX shell, without quotes where none are needed. */
function quoted(text: string): string {
  return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
