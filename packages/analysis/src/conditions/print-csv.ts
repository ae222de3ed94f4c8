/**
 * Conditions as CSV, quoted as RFC 4180 has it, one line per eigenvalue, numbers with all digits.
 */
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
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
