/** Shares over time for several values of one parameter: the numbers, the picture and the table. */
import { deterministicPath } from '@trilogue/analysis';
import { coordinateNames, csvTable, fieldAt, fieldShape, type Game, GameError, lacking, pointAt } from '@trilogue/core';
import { type SimulateOptions, type SimulateResult, simulate } from '@trilogue/engine';
import type { Values } from '../options/values.js';
import { brief } from '../output/figures.js';

/** A share over time at one value: the path without noise, or the mean of the paths with the band that holds eight in ten. */
export interface Curve {
  readonly values: readonly number[];
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

export interface EvolutionTable {
  readonly show: Show;
  readonly times: readonly number[];
  readonly shares: readonly string[];
  /** What each curve is at, such as `F_p = 2`; one without a name where no values were asked for. */
  readonly levels: readonly string[];
  /** By [share][level]. */
  readonly curves: readonly (readonly Curve[])[];
  /** Of the runs with noise, level by level; none for paths without it. */
  readonly runs: readonly SimulateResult[];
}

/** What is drawn for each value: the path without noise, the mean of the paths, or that with its band. */
export type Show = 'line' | 'mean' | 'band';

/** Steps between the times of a picture. */
const spans = 400;

export interface EvolutionJob extends Omit<SimulateOptions, 'times' | 'passages' | 'onCell'> {
  readonly set: Readonly<Record<string, number>>;
  readonly horizon: number;
  readonly values: Values | null;
  readonly show: Show;
}

/** @throws GameError for a name that cannot be set, or a value at which the game is not defined; EngineError for wrong options. */
export async function gatherEvolution({ values, show, ...run }: EvolutionJob): Promise<EvolutionTable> {
  const { game, scenario, horizon } = run;
  const shares = coordinateNames(game);
  const levels = values === null ? [''] : values.values.map((value) => `${values.name} = ${brief(value)}`);
  const sets = values === null ? [run.set] : values.values.map((value) => ({ ...run.set, [values.name]: value }));
  const points = sets.map((set, i) => atLevel(levels[i]!, () => pointAt(game, { scenario, set })));
  const even = Array.from({ length: spans + 1 }, (_, i) => (horizon * i) / spans);
  const found: { times: readonly number[]; curves: Curve[] }[] = [];
  const runs: SimulateResult[] = [];
  for (const [i, set] of sets.entries()) {
    if (show === 'line') {
      const { initial, environment } = points[i]!;
      const { states } = deterministicPath(fieldAt(game, points[i]!), initial, even, { environment });
      found.push({ times: even, curves: shares.map((_, s) => ({ values: states.map((state) => state[s]!) })) });
      continue;
    }
    const result = await simulate({ ...run, set, times: spans, passages: false });
    runs.push(result);
    const curves = shares.map((share) => {
      const { mean, q10, q90 } = result.bands.shares[share]!;
      return show === 'band' && result.paths > 1 ? { values: mean, low: q10, high: q90 } : { values: mean };
    });
    found.push({ times: result.bands.times, curves });
  }
  // steps chosen for each value give times of their own: all are told at the same ones
  const curves = shares.map((_, s) => found.map(({ times, curves: own }) => resampled(own[s]!, times, even)));
  return { show, times: even, shares, levels, curves, runs };
}

/** Whether any path is disturbed at a point. */
export function isNoisy(game: Game, set: Readonly<Record<string, number>>, scenario?: string): boolean {
  if (lacking(fieldShape(game), ['one-regime']) !== undefined) return true;
  return game.noise.kind !== 'none' && pointAt(game, { scenario, set }).sigma.some((sigma) => sigma > 0);
}

function atLevel<T>(level: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof GameError) || level === '') throw error;
    throw new GameError(
      error.faults.map((fault) => ({ ...fault, place: [level, fault.place].filter(Boolean).join(': ') })),
    );
  }
}

function resampled(curve: Curve, times: readonly number[], at: readonly number[]): Curve {
  const read = (list: readonly number[]) => {
    let next = 1;
    return at.map((time) => {
      while (next < times.length - 1 && times[next]! < time) next++;
      const [before, after] = [times[next - 1]!, times[next]!];
      const part = Math.min(1, Math.max(0, (time - before) / (after - before)));
      return list[next - 1]! + part * (list[next]! - list[next - 1]!);
    });
  };
  return {
    values: read(curve.values),
    ...(curve.low && curve.high && { low: read(curve.low), high: read(curve.high) }),
  };
}

/** Time, then each share at each value; with noise also the ends of its band. */
export function evolutionCsv({ times, shares, levels, curves }: EvolutionTable): string {
  const columns = shares.flatMap((share, s) =>
    levels.flatMap((level, l) => {
      const name = level === '' ? share : `${share} at ${level}`;
      const { values, low, high } = curves[s]![l]!;
      return [
        { name, values },
        ...(low && high
          ? [
              { name: `${name}, 10%`, values: low },
              { name: `${name}, 90%`, values: high },
            ]
          : []),
      ];
    }),
  );
  const rows = times.map((time, t) => [Number(time.toPrecision(12)), ...columns.map(({ values }) => values[t]!)]);
  return csvTable(['time', ...columns.map(({ name }) => name)], rows);
}

/** The picture: a panel for each share, a curve for each value. */
export async function drawEvolution(
  table: EvolutionTable,
  heading: { readonly title: string; readonly subtitle: string; readonly caption: string; readonly bare: boolean },
  size: { readonly width?: number; readonly height?: number },
): Promise<string> {
  const { comparison, renderSvg } = await import('@trilogue/charts');
  const { times, shares, levels, curves } = table;
  const description = comparison(
    {
      ...heading,
      x: { name: 'Time', values: times },
      metric: { name: 'Share', range: [0, 1] },
      levels: levels.map((level) => (level === '' ? (table.show === 'line' ? 'without noise' : 'mean') : level)),
      panels: shares.map((share, s) => ({ title: share, curves: curves[s]! })),
      bandWords: '10% to 90% of the paths',
    },
    size,
  );
  return renderSvg(description);
}
