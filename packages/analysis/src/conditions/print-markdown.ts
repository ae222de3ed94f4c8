/**
 * Conditions as a Markdown table, one row per eigenvalue.
 */
import type { ProfileConditions } from './contract.js';
import { numberText, verdictText } from './words.js';

/** Columns: profile, verdict, player, change of strategy, condition, value, whether it holds. */
export function conditionsMarkdown(all: readonly ProfileConditions[]): string {
  const head = ['profile', 'verdict', 'player', 'change', 'condition', 'value', 'holds'];
  const rows = all.flatMap(({ profile, verdict, conditions }) =>
    conditions.map(({ player, strategy, over, condition, value, holds }) => [
      `(${profile.join(', ')})`,
      verdictText(verdict),
      player,
      `${over} to ${strategy}`,
      `\`${condition}\``,
      numberText(value),
      holds ? 'yes' : 'no',
    ]),
  );
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
