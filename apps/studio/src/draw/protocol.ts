/**
 * What page and drawing worker say to each other. Charts are those of `@trilogue/charts`, by the names of its functions.
 */
import type * as charts from '@trilogue/charts';
import type { Theme } from '../state/state';
import type { ChartName } from './charts';

export type { ChartName } from './charts';

/** What a chart draws: plain data. */
export type ChartInput<Name extends ChartName> = Parameters<(typeof charts)[Name]>[0];

export interface DrawRequest {
  readonly id: number;
  readonly chart: ChartName;
  readonly input: unknown;
  readonly size: { readonly width?: number; readonly height?: number };
  readonly theme: Theme;
}

/** Where a plot lies in the picture, in CSS pixels, and what its axes run over. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The content in a sentence or two. */
  readonly summary: string;
  readonly plots: readonly Plot[];
}

export type DrawReply =
  | { readonly id: number; readonly drawing: Drawing }
  | { readonly id: number; readonly error: string };
