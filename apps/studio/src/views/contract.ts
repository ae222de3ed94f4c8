/**
 * What a view is: a folder in views/ whose `view.tsx` exports one component by default. It is given what there is to see and
 * a way to change it; results it asks for with `useResult`, pictures it shows with `Picture`, texts it keeps in `texts.ts`.
 */
import type { ComponentType } from 'react';
import type { Model } from '../state/model';
import type { Action } from '../state/reduce';
import type { StudioState } from '../state/state';

/**
 * Changes the state. Changes of one gesture, such as one pull of a slider, are one step of undo: give them the same name.
 */
export type Dispatch = (action: Action, gesture?: string) => void;

export interface ViewProps {
  readonly state: StudioState;
  /** What can be computed. While the state cannot be used, the last model that could. */
  readonly model: Model;
  readonly dispatch: Dispatch;
}

export type View = ComponentType<ViewProps>;
export interface ViewModule {
  readonly default: View;
}
