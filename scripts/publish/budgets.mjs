/**
 * Budgets of size, from `budgets.json`: what a package may weigh where it is installed (MB of its `node_modules`) and in a page (kB of gzip).
 * Owns the comparison; every published package needs an entry.
 */

/**
 * @typedef {{ install: number, bundle: number | string }} Budget `bundle`: a number, or a sentence that says why it is for no page
 */

/**
 * @param {string} name
 * @param {Budget | undefined} budget
 * @param {{ install: number, bundle?: number }} measured
 * @returns {string[]} what is over, or could be lowered because it is far below
 */
export function compareWithBudget(name, budget, measured) {
  if (!budget) {
    const entry = JSON.stringify({ install: Math.ceil(measured.install * 1.2), bundle: 'why, or kB' });
    return [`${name} has no budget: add "${name}": ${entry} to scripts/publish/budgets.json`];
  }
  /** @type {[string, number | undefined, number | string, string][]} */
  const rows = [
    ['install', measured.install, budget.install, 'MB'],
    ['bundle', measured.bundle, budget.bundle, 'kB'],
  ];
  return rows.flatMap(([what, size, limit, unit]) => {
    if (size === undefined || typeof limit === 'string') return [];
    const said = `${name}: ${what} ${size.toFixed(1)} ${unit}, budget ${limit} ${unit}`;
    if (size > limit) return [`${said}: find what grew, or raise the budget and say why in the changeset`];
    return size < limit / 2 ? [`${said}: less than half, lower the budget`] : [];
  });
}
