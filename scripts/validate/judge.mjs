/**
 * Judges an answer, and prints it as text and as a row of Markdown.
 */

/** Standard errors that an answer may be off, either way: 6e-7 a comparison. */
const mostErrors = 5;

/** @param {import('./answers.mjs').Answer} answer */
export function holds({ distance }) {
  if ('same' in distance) return distance.same;
  if ('z' in distance) return Math.abs(distance.z) <= mostErrors;
  return distance.error <= distance.limit;
}

/** @param {import('./answers.mjs').Answer} answer @returns {string[]} question, known answer, ours, distance, verdict */
export function cells(answer) {
  const { question, exact, ours, distance } = answer;
  const far =
    'same' in distance
      ? ''
      : 'z' in distance
        ? `z = ${distance.z.toFixed(2)}`
        : `off by ${size(distance.error)}, at most ${size(distance.limit)}`;
  return [question, shown(exact), shown(ours), far, holds(answer) ? 'holds' : 'FAILS'];
}

/** @param {number} value not negative */
function size(value) {
  if (value === 0) return '0';
  return value >= 1e-4 && value < 1 ? Number(value.toPrecision(2)) : value.toExponential(0);
}

/** @param {number | string} value */
function shown(value) {
  return typeof value === 'number' ? value.toFixed(5) : value;
}

/** @param {readonly import('./answers.mjs').Answer[]} answers @param {string} where what computed them */
export function page(answers, where) {
  const groups = [...new Set(answers.map(({ group }) => group))];
  const failed = answers.filter((answer) => !holds(answer)).length;
  const others =
    'What was tested beside this: [random numbers](random.md), [sensitivity](sensitivity.md), [faults put into the code](mutation.md).';
  return [
    '# Known answers beside ours',
    '',
    'Written by `npm run validate`. Above each table is where the known answer is from and what was run. A figure from random numbers may be five',
    'standard errors off (z), others as much as their row says.',
    '',
    `${answers.length} answers, ${failed} of them wrong. ${where}.`,
    '',
    others,
    ...groups.flatMap((group) => [
      '',
      `## ${group.title}`,
      '',
      group.source,
      '',
      '| question | reference | ours | distance | |',
      '|---|---|---|---|---|',
      ...answers.filter((answer) => answer.group === group).map((answer) => `| ${cells(answer).join(' | ')} |`),
    ]),
    '',
  ].join('\n');
}
