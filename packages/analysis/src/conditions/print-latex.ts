/**
 * Conditions as a LaTeX table, one row per eigenvalue, with the rules of booktabs.
 */
import type { ProfileConditions } from './contract.js';
import { numberText } from './words.js';

/** A `tabular` with columns profile, player, condition, value and verdict; the document needs the package `booktabs`. */
export function conditionsLatex(all: readonly ProfileConditions[]): string {
  const rows = all.flatMap(({ profile, verdict, conditions }) =>
    conditions.map(({ player, conditionLatex, value }, k) => {
      const first = k === 0 ? [`(${profile.map(escaped).join(', ')})`, verdict] : ['', ''];
      return `${[first[0], escaped(player), `$${conditionLatex}$`, `$${scientific(value)}$`, first[1]].join(' & ')} \\\\`;
    }),
  );
  return [
    '\\begin{tabular}{lllrl}',
    '\\toprule',
    'Profile & Player & Stable if & Value & Verdict \\\\',
    '\\midrule',
    ...rows,
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('_', '\\_');
}

function scientific(value: number): string {
  return numberText(value).replace(/e\+?(-?\d+)$/, ' \\cdot 10^{$1}');
}
