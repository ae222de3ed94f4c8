/**
 * Conditions as CSV, one line per eigenvalue, numbers with all digits.
 */
import { csvTable } from '@trilogue/core';
import type { ProfileConditions } from './contract.js';

/** Columns: profile, verdict, player, strategy, over, eigenvalue, value, holds. Lines end with LF. */
export function conditionsCsv(all: readonly ProfileConditions[]): string {
  const head = ['profile', 'verdict', 'player', 'strategy', 'over', 'eigenvalue', 'value', 'holds'];
  const rows = all.flatMap(({ profile, verdict, conditions }) =>
    conditions.map(({ player, strategy, over, expression, value, holds }) => [
      profile.join(','),
      verdict,
      player,
      strategy,
      over,
      expression,
      String(value),
      String(holds),
    ]),
  );
  return csvTable(head, rows);
}
