/**
 * What page and drawing worker say to each other. Charts are those of `@trilogue/charts`, by the names of its functions.
 */
import type * as charts from '@trilogue/charts';
import type { Theme } from '../state/state';

/** Functions of the charts package that make a description of an input for a size. */
export type ChartName =
  | 'bands'
  | 'basinMap'
  | 'comparison'
  | 'correlationBars'
  | 'cube'
  | 'curve'
  | 'evolution'
  | 'heatmap'
  | 'morrisPlot'
  | 'outcomeBars'
  | 'passageTimes'
  | 'portrait'
  | 'scenarioBars'
  | 'sobolBars'
  | 'tornado';

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
