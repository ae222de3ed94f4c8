/** What is counted, and the page that it makes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where 0 is stated and the value is not that, there is no ratio. */
const LARGEST = 999;
const worstOf = (ratios) => {
  const worst = Math.max(...ratios);
  return worst < LARGEST ? worst.toFixed(2) : 'off, 0 stated';
};

/**
 * How far the reference is from a value, in units of what is stated on that side (limit of the interval and bound of the bias), once the
 * reference's own error is taken off. `ratio` is null, with `why`, where nothing can be said: no number or no bound is stated, or
 * the reference's own error is more than 0.4 of what is stated.
 */
export function ratioOf({ value, low, high, bias, reference, error, referenceLow, referenceHigh }) {
  if (value === null || bias === null) return { ratio: null, why: 'nothing stated' };
  if (reference === null) return { ratio: null, why: 'no reference' };
  const [bottom, top] = [referenceLow ?? reference - error, referenceHigh ?? reference + error];
  const away = bottom > value ? bottom - value : top < value ? value - top : 0;
  const stated = (bottom > value ? high - value : value - low) + bias;
  if (away > stated + 1e-6) return { ratio: Math.min(LARGEST, away / Math.max(stated, 1e-9)) };
  if (top - bottom > Math.max(0.4 * (high - low + 2 * bias), 1e-5)) return { ratio: null, why: 'reference not sharp' };
  return { ratio: stated > 0 ? Math.min(1, away / stated) : 0 };
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

/** Rows of a table: entries by a key. */
function tableOf(entries, titles, keyOf) {
  const groups = new Map();
  for (const entry of entries) {
    const key = keyOf(entry).join(' | ');
    if (!groups.has(key)) groups.set(key, { ratios: [], open: 0, late: 0 });
    const group = groups.get(key);
    if (entry.late) group.late++;
    for (const row of entry.results ?? []) {
      const { ratio } = ratioOf(row);
      if (ratio === null) group.open++;
      else group.ratios.push(ratio);
    }
  }
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line([...titles, 'values', 'inside', 'worst ratio', 'not judged', 'not done in time']),
    line([...titles, '', '', '', '', ''].map(() => '---')),
    ...[...groups].map(([key, { ratios, open, late }]) => {
      const inside = ratios.filter((ratio) => ratio <= 1).length;
      const part = ratios.length === 0 ? '' : `${inside} (${percent(inside, ratios.length)})`;
      return line([key, ratios.length, part, ratios.length === 0 ? '' : worstOf(ratios), open, late]);
    }),
  ].join('\n');
}

/** Writes docs/validation/stated-errors.md. */
export function writeTables(kept) {
  const entries = kept.filter(({ passed }) => !passed);
  const all = entries.flatMap(({ results }) => results ?? []).map((row) => ratioOf(row).ratio);
  const judged = all.filter((ratio) => ratio !== null);
  const inside = judged.filter((ratio) => ratio <= 1).length;
  const shapes = {
    one: 'one population, 2 strategies',
    two: '2 to 4 players, 2 strategies',
    more: '3 to 5 strategies',
  };
  const page = `# Stated errors: are they true?

Every number within a tolerance has a 95% interval and a bound of its step's bias. Random games of all kinds, each beside a reference that shares nothing
with the engine, show how often the true value lies within both together. Made by [benchmarks/coverage.mjs](../../benchmarks/coverage.mjs), which also says
how to repeat it (seeds: ${[...new Set(entries.map(({ seed }) => seed))].map((seed) => `\`${seed}\``).join(', ')}); it prints a miss as a game file and a command. Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.

**${inside} of ${judged.length} values are inside (${percent(inside, judged.length)}); the worst ratio: ${worstOf(judged)}.**

What is drawn: 1 to 4 players, 2 to 5 strategies, one population that meets itself, payoffs as tables and as polynomials in the shares, parameters in
exponents, every kind of noise with sigma 0.05 to 3, horizons 1 to 500, starts next to a face, every metric with wildcards, \`simulate\` and sweeps of
one and two axes of 1 to 21 values, tolerances 0.05 to 0.002.

References:

- no noise: the equation by a method of order 5 with an error of 1e-10 a step;
- one population of two strategies: the Kolmogorov forward equation on a grid, with an error that halving the grid shows, some 1e-5;
- all else: paths by a program in C made for each game, with generator, increments and scheme of its own (Gaussian steps of order 2 in logarithms
  of the shares; Feller's branching diffusions for demographic noise), between steps as Brownian bridges, and steps halved until that does
  not matter;
- where payoffs do nothing, a mean is its start.

A ratio is the distance of value and reference, less the reference's own error (two standard errors and what its steps may still do), over what is
stated on that side. "Not judged": nothing was stated, or the reference was not sharp enough to tell. "Not done in time": not within the seconds of \`--limit\`.

## By noise, metric and shape

${tableOf(entries, ['noise', 'metric', 'shape'], ({ noise, kind, shape }) => [noise, `\`${kind}\``, shapes[shape]])}

## By command and tolerance

${tableOf(
  [...entries].sort((a, b) => b.tolerance - a.tolerance),
  ['command', 'tolerance'],
  ({ command, line, tolerance }) => [
    command === 'simulate' ? '`simulate`' : line.includes('--y ') ? '`sweep`, two axes' : '`sweep`, one axis',
    tolerance,
  ],
)}
`;
  writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'validation', 'stated-errors.md'), page);
}

/** The misses as game files with commands. */
export function listMisses(entries) {
  return entries
    .map((entry) => ({ entry, missed: (entry.results ?? []).filter((row) => ratioOf(row).ratio > 1) }))
    .filter(({ missed }) => missed.length > 0)
    .map(({ entry: { noise, kind, shape, number, text, line, by }, missed }) => {
      const rows = missed.map((row) => {
        const { value, low, high, bias, reference, error, at } = row;
        const where = Object.entries(at).map(([name, setting]) => `${name}=${setting}`);
        const [v, l, h, b, r, e] = [value, low, high, bias, reference, error].map((x) => Number(x?.toPrecision(6)));
        return `- ${[row.text, ...where].join(' ')}: stated ${v} [${l}, ${h}] bias ${b}; ${by} ${r} +- ${e}; ratio ${ratioOf(row).ratio.toFixed(2)}`;
      });
      return `## ${noise} ${kind} ${shape}, draw ${number}\n\n${rows.join('\n')}\n\n\`${line}\`\n\n\`\`\`yaml\n${text}\`\`\`\n`;
    })
    .join('\n');
}
