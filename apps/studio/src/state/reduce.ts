/**
 * How the state changes: one pure function from a state and an action to the next state.
 */
import { type Axis, type StudioState, stateOfGame, type ViewName, type ViewOptions } from './state';

export type Action =
  /** Another game, with everything that belongs to the old one left behind. */
  | { readonly type: 'open-game'; readonly text: string }
  /** The same game, edited: values and axes stay. */
  | { readonly type: 'edit-game'; readonly text: string }
  | { readonly type: 'scenario'; readonly scenario: string | null }
  | { readonly type: 'set'; readonly values: Readonly<Record<string, number>> }
  /** Back to the value of the file or the scenario; all of them without names. */
  | { readonly type: 'reset'; readonly names?: readonly string[] }
  | { readonly type: 'axis'; readonly which: 'x' | 'y'; readonly axis: Axis }
  | { readonly type: 'swap-axes' }
  | { readonly type: 'options'; readonly view: ViewName; readonly options: ViewOptions }
  /** Any of the settings that need no care. */
  | { readonly type: 'change'; readonly change: Partial<Settings> };

export type Settings = Omit<StudioState, 'gameText' | 'scenario' | 'set' | 'x' | 'y' | 'options'>;

export function reduce(state: StudioState, action: Action): StudioState {
  switch (action.type) {
    case 'open-game': {
      const { backend, view, language, theme, tolerance, paths, dt } = state;
      return { ...stateOfGame(action.text), backend, view, language, theme, tolerance, paths, dt };
    }
    case 'edit-game':
      return { ...state, gameText: action.text };
    case 'scenario':
      return { ...state, scenario: action.scenario };
    case 'set':
      return { ...state, set: { ...state.set, ...action.values } };
    case 'reset': {
      const { names } = action;
      if (names === undefined) return { ...state, set: {} };
      return { ...state, set: Object.fromEntries(Object.entries(state.set).filter(([name]) => !names.includes(name))) };
    }
    case 'axis': {
      const other = action.which === 'x' ? 'y' : 'x';
      // choosing the other axis's name exchanges the two
      const exchanged = state[other].name === action.axis.name ? { [other]: state[action.which] } : {};
      return { ...state, ...exchanged, [action.which]: action.axis };
    }
    case 'swap-axes':
      return { ...state, x: state.y, y: state.x };
    case 'options':
      return {
        ...state,
        options: { ...state.options, [action.view]: { ...state.options[action.view], ...action.options } },
      };
    case 'change':
      return { ...state, ...action.change };
  }
}
