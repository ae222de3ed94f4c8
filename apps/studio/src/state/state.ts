/**
 * Everything that a picture in the studio depends on, as one plain value: what goes into the address, the autosave and undo.
 * Owns the shape and the first state. How it changes is reduce.ts; what it means for the game is model.ts.
 */
import { bundledGameText } from '@trilogue/core';
import type { BackendName } from '@trilogue/engine';
import { type Axis, firstAxes, firstMetric } from './defaults';

export type { Axis } from './defaults';

/** Names of the views, in the order of their tabs. */
export const viewNames = [
  'overview',
  'game',
  'evolution',
  'outcomes',
  'heatmap',
  'cube',
  'equilibria',
  'sensitivity',
  'scenarios',
  'recommendation',
] as const;
export type ViewName = (typeof viewNames)[number];

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Backends that a person may ask for in a page. */
export const backendChoices = ['auto', 'webgpu', 'webgl2', 'wasm', 'cpu'] as const satisfies (BackendName | 'auto')[];
export type BackendChoice = (typeof backendChoices)[number];

/** How accurate the last, sharpest pass is: a tolerance, or paths and perhaps a step. As on the command line. */
export type Accuracy = { readonly tolerance: number } | { readonly paths: number; readonly dt: number | null };

/** Settings of one view, which only that view reads. */
export type ViewOptions = Readonly<Record<string, string | number | boolean>>;

export interface StudioState {
  /** The game file as it is typed; may be wrong at the moment. */
  readonly gameText: string;
  readonly scenario: string | null;
  /** Values by settable name that differ from the game file and the scenario: `tau`, `sigma_A`, `initial.A`. */
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly accuracy: Accuracy;
  /** Time at the end; null for the game's. */
  readonly horizon: number | null;
  /** The two factors of the heatmap. */
  readonly x: Axis;
  readonly y: Axis;
  /** Values of each factor in the sharpest heatmap. */
  readonly cells: number;
  /** As on the command line, such as `P(share,share,coordinate)`. */
  readonly metric: string;
  readonly backend: BackendChoice;
  readonly view: ViewName;
  readonly options: Readonly<Partial<Record<ViewName, ViewOptions>>>;
  /** Null: the browser's. */
  readonly language: Language | null;
  /** Null: the system's. */
  readonly theme: Theme | null;
}

/** The parts that undo and redo bring back: the work, not where one looks at it from. */
export const undoable = [
  'gameText',
  'scenario',
  'set',
  'seed',
  'accuracy',
  'horizon',
  'x',
  'y',
  'cells',
  'metric',
] as const satisfies (keyof StudioState)[];

/** The state for a game: everything at its defaults. */
export function stateOfGame(gameText: string): StudioState {
  const { x, y } = firstAxes(gameText);
  return {
    gameText,
    scenario: null,
    set: {},
    seed: 'trilogue',
    accuracy: { tolerance: 0.01 },
    horizon: null,
    ...{ x, y },
    cells: 41,
    metric: firstMetric(gameText),
    backend: 'auto',
    view: 'overview',
    options: {},
    language: null,
    theme: null,
  };
}

/** The game that the studio opens with. */
export const firstGame = 'data-sharing';

export function firstState(): StudioState {
  return stateOfGame(bundledGameText(firstGame));
}
