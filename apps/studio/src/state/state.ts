/**
 * Everything that a picture in the studio depends on, as one plain value: what goes into the address, the autosave and undo.
 * Owns the shape and the first state. How it changes is reduce.ts; what it means for the game is model.ts.
 */
import { bundledGameText } from '@trilogue/core';
import { type AskedOptions, askedOptions, type BackendName, eachSweepOption, runDefaults } from '@trilogue/engine';
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

/** Settings of one view, which only that view reads. */
export type ViewOptions = Readonly<Record<string, string | number | boolean>>;

/** With every option that decides numbers, as on the command line; null for the default. */
export interface StudioState extends AskedOptions {
  /** The game file as it is typed; may be wrong at the moment. */
  readonly gameText: string;
  /** Such as `P(share,share,coordinate)`. */
  readonly metric: string;
  /** Values by settable name that differ from the game file and the scenario: `tau`, `sigma_A`, `initial.A`. */
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  /** The two factors of the heatmap. */
  readonly x: Axis;
  readonly y: Axis;
  /** Values of each factor in the sharpest heatmap. */
  readonly cells: number;
  readonly backend: BackendChoice;
  readonly view: ViewName;
  readonly options: Readonly<Partial<Record<ViewName, ViewOptions>>>;
  /** Null: the browser's. */
  readonly language: Language | null;
  /** Null: the system's. */
  readonly theme: Theme | null;
}

/** The parts that undo and redo bring back: the work, not where one looks at it from. */
export const undoable: readonly (keyof StudioState)[] = [
  ...(['gameText', 'x', 'y', 'cells'] as const),
  ...eachSweepOption().map(([name]) => name),
];

/** The state for a game: everything at its defaults. */
export function stateOfGame(gameText: string): StudioState {
  const { x, y } = firstAxes(gameText);
  const { seed, tolerance } = runDefaults;
  return {
    ...askedOptions({ metric: firstMetric(gameText), set: {}, seed, tolerance }),
    ...{ gameText, x, y },
    cells: 41,
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
