/** What one ensemble gives: data only, as it goes into JSON; the names of its shares, and its likeliest outcomes. */
import type { Game } from '@trilogue/core';
import type { StateRange } from '../../measures/metric/metric.js';
import type { NamedPoint, RunReport } from '../run-report.js';

/** The distribution of a share over the paths at the horizon. */
export interface ShareSummary {
  readonly mean: number;
  /** 95% interval of the mean: the paths' noise alone. */
  readonly low: number;
  readonly high: number;
  /** 95% bound of the bias that the step leaves in the mean; null where there is no tolerance. */
  readonly bias: number | null;
  readonly sd: number;
  /** Quantiles, exact to 1/2048. */
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

export interface Outcome {
  /** One strategy name a player. */
  readonly profile: readonly string[];
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** 95% bound of the bias that the step leaves; null where there is no tolerance, or more than 64 outcomes. */
  readonly bias: number | null;
  /** Paths that ended there. */
  readonly count: number;
}

/** First passage into the neighbourhood of a pure profile; times over the paths that enter, null where none does. */
export interface PassageSummary {
  readonly profile: readonly string[];
  /** Probability of entering before the horizon. */
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number | null;
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly q10: number | null;
  readonly q50: number | null;
  readonly q90: number | null;
  /** Paths that enter, by time: entry k lies between `passageEdges[k]` and `passageEdges[k + 1]`. */
  readonly counts: readonly number[];
}

/** Evolution over time: one number for each point in time. */
export interface Band {
  readonly mean: readonly number[];
  readonly q10: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q90: readonly number[];
}

export interface SimulateResult extends RunReport, NamedPoint {
  /** What was asked for; null where step or paths were. First-passage times and bands are not held to it. */
  readonly tolerance: number | null;
  /** Where it was stopped: few paths, by the last step that was tried. */
  readonly stopped?: true;
  /** By share name, such as `A.share`: the first strategy of two, every one of more. */
  readonly final: Readonly<Record<string, ShareSummary>>;
  /** States of the environment at the horizon, by `env.NAME`, in their own units, and regimes, by `regime.NAME`: 1 in it, 0 else; absent where there are none. */
  readonly environment?: Readonly<Record<string, ShareSummary>>;
  /** Every pure profile, first player slowest. */
  readonly outcomes: readonly Outcome[];
  /** Part of the paths that is near no pure profile at the horizon. */
  readonly undecided: number;
  readonly passages: readonly PassageSummary[];
  /** Edges of the histograms of entry times, rising from 0 to the horizon; empty where no passages are measured. */
  readonly passageEdges: readonly number[];
  readonly bands: {
    readonly times: readonly number[];
    readonly shares: Readonly<Record<string, Band>>;
    readonly environment?: Readonly<Record<string, Band>>;
  };
}

/** The most probable first, equal ones in the game's order, no more than `most`. */
export function likeliest(outcomes: readonly Outcome[], most: number): Outcome[] {
  return [...outcomes].sort((a, b) => b.probability - a.probability).slice(0, most);
}

/** Something that results list of the state of paths. */
export interface Observed {
  readonly name: string;
  /** As in `ShareIndex`. */
  readonly player: number;
  readonly strategy: number;
  /** Where it lies; paths keep the part of it. */
  readonly range: StateRange;
}

/** The shares that results list: the first strategy of two, every one of more. */
export function namedShares(game: Game): Observed[] {
  return game.players.flatMap(({ name, strategies }, player) =>
    strategies
      .slice(0, strategies.length === 2 ? 1 : strategies.length)
      .map(
        (strategyName, strategy): Observed => ({ name: `${name}.${strategyName}`, player, strategy, range: [0, 1] }),
      ),
  );
}

/** The states of the environment, `env.NAME`, and of regimes, `regime.NAME`: 1 in it, 0 else. */
export function namedStates({ environment = [] }: Game): Observed[] {
  return environment.map(({ name, range, regime }, strategy) => ({
    ...{ name: `${regime ? 'regime' : 'env'}.${name}`, player: -1, strategy, range },
  }));
}
