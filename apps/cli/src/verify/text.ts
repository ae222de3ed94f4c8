/** A verification as text for a terminal. */
import type { Verification } from '@trilogue/results';
import { facts } from '../output/align.js';
import { count, rough } from '../output/figures.js';

export function verificationText(found: Verification): string {
  const { unit, there, sample } = found;
  const { recomputed, differing, seed } = sample;
  const rest = found.finished ? '' : '; it is not finished';
  const again = `${count(recomputed)} of ${count(there)} ${unit}, ${differing === 0 ? 'the same bits in all' : `${count(differing)} with other numbers`}`;
  return [
    `${found.folder}: ${found.kind} of ${found.metric} in "${found.game}"`,
    ...facts([
      [unit, `${count(there)} of ${count(found.wanted)}${rest}`],
      ['recomputed', `${again} (chosen by --seed ${seed})`],
      ...sampleFacts(sample, unit),
      ...found.right.map((line): [string, string] => ['right', line]),
      ...found.wrong.map((line): [string, string] => ['WRONG', line]),
      ['not looked at', 'pictures, and what the manifest says of times; the same command draws pictures anew'],
    ]),
  ].join('\n');
}

function sampleFacts({ recomputed, missed }: Verification['sample'], unit: string): [string, string][] {
  if (recomputed === 0 || missed === 0) return [];
  const of = unit === 'cells' ? 'cells' : 'batches of runs';
  return [
    [
      'may be missed',
      `changes in up to ${rough(100 * missed)}% of the ${of}: had more been changed, at least 95% of such samples would show it`,
    ],
  ];
}
