/**
 * Conditions as text for a terminal.
 */
import type { ProfileConditions } from './contract.js';
import { intervalText, numberText, verdictText } from './words.js';

/** One block per profile: verdict, eigenvalues with their inequality, then how far each parameter may move. */
export function conditionsText(all: readonly ProfileConditions[]): string {
  return all.map(blockText).join('\n\n');
}

function blockText({ profile, verdict, conditions, intervals }: ProfileConditions): string {
  const lines = conditions.map(
    ({ player, strategy, over, condition, value, holds }) =>
      `  ${player}, ${strategy} over ${over}: ${condition}  (${numberText(value)}: ${holds ? 'holds' : 'does not hold'})`,
  );
  const bounded = intervals.filter(({ low, high, known }) => low !== null || high !== null || !known);
  const free = intervals.filter((interval) => !bounded.includes(interval)).map(({ parameter }) => parameter);
  const ranges = bounded.map((interval) => `    ${interval.parameter}: ${intervalText(interval)}`);
  const any = free.length === 0 ? [] : [`    any value of ${free.join(', ')}`];
  const moved = intervals.length === 0 ? [] : [`  ${verdictText(verdict)} for`, ...ranges, ...any];
  return [`(${profile.join(', ')}) ${verdictText(verdict)}`, ...lines, ...moved].join('\n');
}
