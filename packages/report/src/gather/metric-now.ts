/**
 * The metric where the game stands: from the ensemble where that has it with both errors, else from the runs with ever
 * shorter steps.
 */
import type { Game } from '@trilogue/core';
import { parseMetric } from '@trilogue/engine';
import type { ReportFigures } from './figures.js';
import type { Told } from './told.js';

/** Null where it has no value. */
export function metricNow(
  game: Game,
  { metric, ensemble, stepCheck }: Pick<ReportFigures, 'metric' | 'ensemble' | 'stepCheck'>,
): Told | null {
  const parsed = parseMetric(game, metric);
  if (parsed.kind === 'P' && !parsed.pattern.includes(null)) {
    const profile = parsed.pattern.map((strategy, p) => game.players[p]!.strategies[strategy!]!).join();
    const outcome = ensemble.outcomes.find((each) => each.profile.join() === profile);
    if (outcome !== undefined) {
      const { probability: value, low, high, bias } = outcome;
      return { value, low, high, bias };
    }
  }
  if (parsed.kind === 'mean') {
    const { name, strategies } = game.players[parsed.share.player]!;
    const share = ensemble.final[`${name}.${strategies[parsed.share.strategy]}`];
    if (share !== undefined) return { value: share.mean, low: share.low, high: share.high, bias: share.bias };
  }
  const finest = stepCheck.at(-1)!;
  return finest.value === null ? null : finest;
}
