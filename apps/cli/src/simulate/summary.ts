/**
 * An ensemble as text for a terminal.
 */
import { accuracyOfEnsemble, likeliest, type PassageSummary, type SimulateResult } from '@trilogue/engine';
import { align, facts } from '../output/align.js';
import { boundaryWords, pathsWords, ranWords } from '../output/caption.js';
import { brief, measured, part, rough } from '../output/figures.js';

/** More rows than this are not read in a terminal; JSON has them all. */
const mostRows = 12;

/** @param written the folder of `--out` and the files in it */
export function simulationText(
  result: SimulateResult,
  written?: { readonly out: string; readonly files: readonly string[] },
): string {
  const start = Object.entries(result.initial).map(
    ([player, shares]) => `${player} ${[shares].flat().map(brief).join(' ')}`,
  );
  const facets: [string, string][] = [
    ['accuracy', accuracyWords(result)],
    ['computed by', ranWords(result)],
    ...(result.boundaryHits === 0
      ? []
      : [
          [result.boundary === 'none' ? 'left alone' : 'put back', boundaryWords(result.boundaryHits)] as [
            string,
            string,
          ],
        ]),
    ['seed', result.seed],
    ...(written === undefined
      ? []
      : [['written to', `${written.out} (${written.files.join(', ')})`] as [string, string]]),
  ];
  return [
    `${result.title} (${result.game})`,
    ...(result.stopped ? ['STOPPED before it was done: what few paths say, by the last step that was tried'] : []),
    `${pathsWords(result)} to time ${brief(result.horizon)}, from shares ${start.join(', ')}`,
    '',
    ...outcomeLines(result),
    '',
    ...finalLines(result),
    ...stateLines(result),
    ...passageLines(result.passages),
    '',
    ...facts(facets),
  ].join('\n');
}

function outcomeLines({ outcomes, undecided, delta, horizon }: SimulateResult): string[] {
  const shown = likeliest(outcomes, mostRows).filter(({ count: paths }) => paths > 0);
  const rows = shown.map(({ profile, probability, low, high }) => {
    const { value, interval } = measured({ value: probability, low, high }, 4);
    return [profile.join(', '), value, interval];
  });
  const missed = outcomes.filter(({ count: paths }) => paths === 0);
  const hidden = outcomes.length - missed.length - shown.length;
  // paths that are all the same leave no doubt of the others
  const none = missed.find(({ high }) => high > 0);
  return [
    ...align(
      [
        [`Outcome at time ${brief(horizon)}`, 'probability', '95% interval'],
        ...rows,
        [`undecided (not within ${brief(delta)} of any)`, part(undecided)],
      ],
      'lrr',
    ),
    ...(hidden > 0 ? [`${hidden} more with smaller probability (--json has them)`] : []),
    ...(missed.length === 0
      ? []
      : [
          `${missed.length} other${missed.length === 1 ? '' : 's'}: no path${none === undefined ? '' : ` (probability below ${Number(none.high.toPrecision(2))})`}`,
        ]),
  ];
}

function finalLines({ final }: SimulateResult): string[] {
  const rows = Object.entries(final).map(([name, { mean, low, high, sd, q10, q50, q90 }]) => [
    name,
    measured({ value: mean, low, high }, 4).value,
    measured({ value: mean, low, high }, 4).interval,
    part(sd),
    // read from bins of a width of 0.0005
    ...[q10, q50, q90].map((quantile) => quantile.toFixed(3)),
  ]);
  return align([['Share at the end', 'mean', '95% interval', 'sd', '10%', 'median', '90%'], ...rows], 'lrrrrrr');
}

/** States of the environment, in units of their own, and the probability of each regime but the first. */
function stateLines({ environment = {} }: SimulateResult): string[] {
  const regimes = Object.entries(environment).filter(([name]) => name.startsWith('regime.'));
  const chances = regimes.map(([name, { mean, low, high }]) => [
    name.slice('regime.'.length),
    mean.toFixed(4),
    `${low.toFixed(4)} to ${high.toFixed(4)}`,
  ]);
  const states = Object.entries(environment).filter(([name]) => !name.startsWith('regime.'));
  const rows = states.map(([name, { mean, low, high, sd, q10, q50, q90 }]) => [
    name,
    ...[mean, low, high, sd, q10, q50, q90].map((value) => brief(Number(value.toPrecision(4)))),
  ]);
  const state = ['State at the end', 'mean', 'from', 'to', 'sd', '10%', 'median', '90%'];
  const regime = ['Regime at the end', 'probability', '95% interval'];
  return [
    ...(rows.length > 0 ? ['', ...align([state, ...rows], 'lrrrrrrr')] : []),
    ...(chances.length > 0 ? ['', ...align([regime, ...chances], 'lrr')] : []),
  ];
}

function passageLines(passages: readonly PassageSummary[]): string[] {
  const entered = passages.filter(({ mean }) => mean !== null).sort((a, b) => b.probability - a.probability);
  if (entered.length === 0) return [];
  const rows = entered.slice(0, mostRows).map((passage) => {
    const times = [passage.mean, passage.q10, passage.q50, passage.q90];
    return [passage.profile.join(', '), part(passage.probability), ...times.map((time) => (time ?? 0).toFixed(2))];
  });
  const hidden = entered.length - rows.length;
  return [
    '',
    ...align([['First passage', 'probability', 'mean time', '10%', 'median', '90%'], ...rows], 'lrrrrr'),
    ...(hidden > 0 ? [`${hidden} more with smaller probability (--json has them)`] : []),
    'The error of the step in passages is not known; a sweep of T(...) holds it to a tolerance.',
  ];
}

function accuracyWords(result: SimulateResult): string {
  const { noise, bias, outside } = accuracyOfEnsemble(result);
  if (result.tolerance === null || outside === null) {
    return `95% intervals of at most ±${rough(noise)}; the bias of the step is not estimated (--tolerance in place of --paths and --dt)`;
  }
  const parts = `paths ±${rough(noise)}, bias of the step ${bias === null ? 'not known' : rough(bias)} at most`;
  const within = `within ${brief(result.tolerance)}`;
  if (outside.length === 0) return `outcomes and mean shares ${within} at 95%: ${parts}`;
  return `WARNING: ${outside.length} not ${within}, worst ${outside[0]}: ${parts}`;
}
