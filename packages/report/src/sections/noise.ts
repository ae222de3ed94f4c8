/**
 * What noise makes of the pure profiles: exponents in closed form, verdicts, and the intensities at which they flip.
 */
import { keptFrom, keptWithin, type StochasticStability } from '@trilogue/analysis';
import { html, type Markup, type Part } from '../html/markup.js';
import { groupedTable, table } from '../html/table.js';
import { math } from '../math/mathml.js';
import { brief } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { entrantCell, profileCell, stabilityMark } from './words.js';

interface PureProfile {
  readonly profile: readonly string[];
  readonly stochastic: StochasticStability;
}

/** More than this is not read; the JSON document has them all. */
const mostProfiles = 64;

export function noiseSection({ game, figures: { equilibria } }: ReportContext): Section {
  const pure = equilibria.equilibria
    .flatMap(({ profile, stochastic }) => (profile && stochastic ? [{ profile, stochastic }] : []))
    .slice(0, mostProfiles);
  const first = pure[0]?.stochastic;
  const body =
    first === undefined && game.noise.kind !== 'none'
      ? html`<p>No pure profile is an equilibrium at which unused strategies stay away, so that there are no exponents of their shares.</p>`
      : first === undefined || first.noise === 'none'
        ? html`<p>The game has no noise: a pure profile is stable under it exactly where it is stable without.</p>`
        : html`${introduction(first)}
${verdicts(pure)}
${thresholds(pure)}
<p>Sources:</p>
<ul>${first.sources.map((source) => html`<li>${source}</li>`)}</ul>`;
  return { id: 'noise', title: 'Stability under noise', body };
}

const law = math(
  html`<mrow><mi mathvariant="normal">d</mi><mi>x</mi><mo>=</mo><mi>λ</mi><mi>x</mi><mi mathvariant="normal">d</mi><mi>t</mi><mo>+</mo><mi>σ</mi><mi>x</mi><mi mathvariant="normal">d</mi><mi>W</mi></mrow>`,
);
const almostSure = math(
  html`<mrow><mi>λ</mi><mo>−</mo><mfrac><msup><mi>σ</mi><mn>2</mn></msup><mn>2</mn></mfrac></mrow>`,
);
const mean = math(html`<mi>λ</mi>`);
const meanSquare = math(html`<mrow><mn>2</mn><mi>λ</mi><mo>+</mo><msup><mi>σ</mi><mn>2</mn></msup></mrow>`);
/** The same in Stratonovich's reading, with half the variance more in the drift. */
const read = {
  law: math(
    html`<mrow><mi mathvariant="normal">d</mi><mi>x</mi><mo>=</mo><mi>λ</mi><mi>x</mi><mi mathvariant="normal">d</mi><mi>t</mi><mo>+</mo><mi>σ</mi><mi>x</mi><mo>∘</mo><mi mathvariant="normal">d</mi><mi>W</mi></mrow>`,
  ),
  mean: math(html`<mrow><mi>λ</mi><mo>+</mo><mfrac><msup><mi>σ</mi><mn>2</mn></msup><mn>2</mn></mfrac></mrow>`),
  meanSquare: math(html`<mrow><mn>2</mn><mi>λ</mi><mo>+</mo><mn>2</mn><msup><mi>σ</mi><mn>2</mn></msup></mrow>`),
};

function introduction({ directions, reading }: StochasticStability): Markup {
  const geometric = directions.some(({ law: own }) => own === 'geometric');
  if (!geometric) {
    return html`<p>Near a pure profile the paths of this noise do not follow a geometric Brownian motion, so that almost every path has no exponent; the tables
say what happens instead. ${directions[0]?.words ?? ''}</p>`;
  }
  if (reading === 'stratonovich') {
    return html`<p>Near a pure profile the share of a strategy that enters follows ${read.law} in Stratonovich's reading, where ${mean} is the eigenvalue without noise.
Almost every path that starts close enough then grows at the rate ${mean}, the mean at ${read.mean}, the mean square at ${read.meanSquare}; a profile is stable in a
sense where the rates of all directions are below 0.</p>`;
  }
  return html`<p>Near a pure profile the share of a strategy that enters follows ${law}, where ${mean} is the eigenvalue without noise. Almost
every path that starts close enough then grows at the rate ${almostSure}, the mean at ${mean}, the mean square at ${meanSquare}; a profile is stable in a sense where
the rates of all directions are below 0. Noise makes the first easier and the last harder.</p>`;
}

function verdicts(pure: readonly PureProfile[]): Markup {
  return table({
    id: 'noise-verdicts',
    caption: `Stability of the pure profiles under noise, in three senses, for paths that start close enough; about the probability that entering shares of ${keptFrom} die out before one reaches ${keptWithin}; and the factor on all intensities at which a verdict changes`,
    columns: [
      { head: 'Profile' },
      { head: 'Almost every path' },
      { head: 'Kept', figures: true },
      { head: 'Mean' },
      { head: 'Mean square' },
      { head: 'Path verdict changes at' },
      { head: 'Mean square changes at' },
    ],
    rows: pure.map(({ profile, stochastic }) => [
      profileCell(profile),
      stochastic.almostSure === null ? 'absorbed' : stabilityMark(stochastic.almostSure),
      stochastic.kept === null ? '–' : stochastic.kept.toFixed(2),
      verdict(stochastic.firstMoment),
      verdict(stochastic.secondMoment),
      factor(stochastic.almostSureFactor),
      factor(stochastic.secondMomentFactor),
    ]),
  });
}

function verdict(of: StochasticStability['firstMoment']): Part {
  return of === null ? 'no exponent' : stabilityMark(of);
}

function factor(of: number | null): string {
  return of === null ? 'never' : `${brief(of)} times the noise`;
}

function thresholds(pure: readonly PureProfile[]): Markup {
  const number = (value: number | null) => (value === null ? '–' : brief(value));
  return groupedTable({
    id: 'noise-thresholds',
    caption:
      'Every direction: eigenvalue, intensity, the three exponents, and the intensities above which almost every path comes back and the mean square grows',
    columns: [
      { head: 'Profile' },
      { head: 'Enters' },
      { head: mean, figures: true },
      { head: math(html`<mi>σ</mi>`), figures: true },
      { head: almostSure, figures: true },
      { head: meanSquare, figures: true },
      { head: 'Paths come back above', figures: true },
      { head: 'Mean square grows above', figures: true },
    ],
    groups: pure.map(({ profile, stochastic }) => ({
      head: profileCell(profile),
      rows: stochastic.directions.map((direction): Part[] => [
        entrantCell(direction),
        brief(direction.eigenvalue),
        brief(direction.sigma),
        direction.law === 'geometric' ? number(direction.almostSure) : direction.law,
        number(direction.secondMoment),
        number(direction.almostSureFlip),
        number(direction.secondMomentFlip),
      ]),
    })),
  });
}
