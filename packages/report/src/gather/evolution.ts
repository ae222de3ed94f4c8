/**
 * Evolution over time from a grid of starts: the path without noise, and mean and quantiles of the noisy paths.
 */
import { deterministicPath } from '@trilogue/analysis';
import { coordinateNames, fieldAt, type Game } from '@trilogue/core';
import { type SimulateResult, simulate } from '@trilogue/engine';
import { type ReportJob, sketched, startSettings, withoutStart } from './job.js';

/** Shares over time from several starts. */
export interface EvolutionFigures {
  readonly times: readonly number[];
  readonly shares: readonly string[];
  readonly starts: readonly {
    /** Shares by [player][strategy]. */
    readonly at: readonly (readonly number[])[];
    /** By share, in the order of `shares`; the noisy paths' figures are null where there is no noise. */
    readonly lines: readonly {
      readonly share: string;
      readonly plain: readonly number[];
      readonly mean: readonly number[] | null;
      readonly q10: readonly number[] | null;
      readonly q90: readonly number[] | null;
    }[];
  }[];
  readonly paths: number;
  readonly noisy: boolean;
}

const times = 60;
const levels = [0.2, 0.35, 0.5, 0.65, 0.8];
/** What the strategy has that a start favours, where a player has more than two. */
const favoured = 0.6;

export async function gatherEvolution(job: ReportJob, ensemble: SimulateResult): Promise<EvolutionFigures> {
  const { game, point } = job;
  const field = fieldAt(game, point);
  const names = coordinateNames(game);
  const noisy = isNoisy(job);
  const run = { ...sketched(job, ensemble), times, passages: false };
  const starts: EvolutionFigures['starts'][number][] = [];
  let at: readonly number[] = [];
  let paths = 0;
  for (const shares of startGrid(game)) {
    const set = { ...withoutStart(job.set, game.players), ...startSettings(game, shares) };
    const { bands, paths: own } = await simulate({ ...run, set });
    at = bands.times;
    paths = own;
    const { states } = deterministicPath(field, shares, at);
    const lines = names.map((share, c) => {
      const { mean, q10, q90 } = bands.shares[share]!;
      const plain = states.map((state) => state[c]!);
      return { share, plain, ...(noisy ? { mean, q10, q90 } : { mean: null, q10: null, q90: null }) };
    });
    starts.push({ at: shares, lines });
  }
  return { times: at, shares: names, starts, paths, noisy };
}

/** Whether any path is disturbed. */
export function isNoisy({ game, point }: Pick<ReportJob, 'game' | 'point'>): boolean {
  return game.noise.kind !== 'none' && point.sigma.some((sigma) => sigma > 0);
}

/**
 * Players of two strategies start alike, from few to many who play the first; where a player has more strategies, each
 * start favours one of them.
 */
function startGrid({ players }: Pick<Game, 'players'>): number[][][] {
  const most = Math.max(...players.map(({ strategies }) => strategies.length));
  const starts = most === 2 ? levels.length : most;
  return Array.from({ length: starts }, (_, k) =>
    players.map(({ strategies: { length } }) => {
      if (length > 2) {
        return Array.from({ length }, (_, s) => (s === k % length ? favoured : (1 - favoured) / (length - 1)));
      }
      const first = most === 2 ? levels[k]! : levels[0]! + (k * (levels.at(-1)! - levels[0]!)) / (starts - 1);
      return [first, 1 - first];
    }),
  );
}
