/**
 * Draws everything that a report shows.
 */
import type { Game } from '@trilogue/core';
import { describeMetric } from '@trilogue/engine';
import { fullSharing, gapMetric } from '../gather/claims.js';
import type { ReportFigures } from '../gather/figures.js';
import { metricNow } from '../gather/metric-now.js';
import type { Picture } from '../html/figure.js';
import { piece, type Stages } from '../stage.js';
import { drawEvolution, drawPhase, drawStart } from './dynamics.js';
import { drawAlong, drawLevels, drawPair, drawTornado, drawTrend } from './factors.js';
import { drawBands, drawOutcomes, drawPassages, drawScenarios } from './outcomes.js';
import { shortMetric } from './short-metric.js';

/** By name; null where there is nothing to draw. */
export interface Pictures {
  readonly phase: Picture | null;
  readonly evolution: Picture;
  readonly outcomes: Picture;
  readonly bands: Picture;
  readonly passages: Picture | null;
  readonly start: Picture | null;
  readonly tornado: Picture | null;
  /** By parameter. */
  readonly along: ReadonlyMap<string, Picture>;
  readonly levels: ReadonlyMap<string, Picture>;
  readonly pair: Picture | null;
  readonly scenarios: Picture | null;
  /** Trends of the claims, by parameter. */
  readonly claims: ReadonlyMap<string, Picture>;
}

export async function* draw(game: Game, figures: ReportFigures): Stages<Pictures> {
  const metric = describeMetric(game, figures.metric);
  const short = shortMetric(game, figures.metric);
  const { phase, startMap, factors, pair, scenarios, ensemble } = figures;
  const known = factors.filter(({ fault }) => fault === null);
  const along = new Map<string, Picture>();
  const levels = new Map<string, Picture>();
  for (const [i, factor] of known.entries()) {
    yield piece('pictures', factor.name, i, known.length + 1);
    along.set(factor.name, await drawAlong(factor, short));
    levels.set(factor.name, await drawLevels(factor));
  }
  yield piece('pictures', figures.metric, known.length, known.length + 1);
  return {
    phase: phase === null ? null : await drawPhase(phase),
    evolution: await drawEvolution(figures.evolution),
    outcomes: await drawOutcomes(ensemble),
    bands: await drawBands(game, ensemble),
    passages: await drawPassages(ensemble),
    start: startMap === null ? null : await drawStart(startMap, metric),
    tornado: await drawTornado(known, metric, metricNow(game, figures)?.value ?? null),
    ...{ along, levels },
    pair: pair === null ? null : await drawPair(pair, metric),
    scenarios: await drawScenarios(scenarios),
    claims: await drawClaims(game, figures),
  };
}

async function drawClaims(game: Game, { claims }: ReportFigures): Promise<Map<string, Picture>> {
  const drawn = new Map<string, Picture>();
  if (claims === null) return drawn;
  const probability = shortMetric(game, fullSharing);
  const { investment, trust, coordination } = claims;
  for (const trend of [...investment.trends, ...coordination.trends, coordination.reward.trend]) {
    drawn.set(trend.parameter, await drawTrend(trend, probability));
  }
  drawn.set(trust.trend.parameter, await drawTrend(trust.trend, shortMetric(game, gapMetric)));
  return drawn;
}
