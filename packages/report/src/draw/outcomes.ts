/**
 * Pictures of ensembles: outcomes, shares over time, first passages, scenarios.
 */
import {
  bands,
  bandsOf,
  outcomeBars,
  outcomeBarsOf,
  passageTimes,
  passageTimesOf,
  scenarioBars,
} from '@trilogue/charts';
import type { Game } from '@trilogue/core';
import type { SimulateResult } from '@trilogue/engine';
import type { ScenarioFigures } from '../gather/scenarios.js';
import type { Picture } from '../html/figure.js';
import { picture } from './render.js';

export function drawOutcomes(result: SimulateResult): Promise<Picture> {
  return picture((size) => outcomeBars({ title: 'How it ends', bare: true, ...outcomeBarsOf(result) }, size));
}

export function drawBands(game: Game, result: SimulateResult): Promise<Picture> {
  return picture((size) => bands({ title: 'Shares over time', bare: true, ...bandsOf(game.players, result) }, size));
}

/** Null where hardly a path comes near any profile. */
export async function drawPassages(result: SimulateResult): Promise<Picture | null> {
  const input = passageTimesOf(result);
  return input === null
    ? null
    : picture((size) => passageTimes({ title: 'First entries', bare: true, ...input }, size));
}

/** Bars of more outcomes than this are not read; the charts have seven colours for scenarios. */
const mostOutcomes = 6;
const mostScenarios = 7;

/** Null where there are no scenarios. */
export async function drawScenarios(scenarios: readonly ScenarioFigures[]): Promise<Picture | null> {
  const shown = scenarios.slice(0, mostScenarios);
  if (shown.length === 0) return null;
  const kept = shownOutcomes(shown);
  const input = {
    title: 'How each scenario ends',
    bare: true,
    scenarios: shown.map(({ name, outcomes, undecided }) => ({
      ...{ name, undecided },
      outcomes: kept.map((i) => outcomes[i]!),
    })),
  };
  return picture((size) => scenarioBars(input, size));
}

/** Indices of the outcomes that some scenario makes likely, the likeliest first. */
export function shownOutcomes(scenarios: readonly ScenarioFigures[]): number[] {
  const most = scenarios[0]!.outcomes.map((_, i) =>
    Math.max(...scenarios.map(({ outcomes }) => outcomes[i]!.probability)),
  );
  return most
    .map((probability, i) => ({ probability, i }))
    .filter(({ probability }, k) => probability > 0 || k === 0)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, mostOutcomes)
    .map(({ i }) => i);
}
