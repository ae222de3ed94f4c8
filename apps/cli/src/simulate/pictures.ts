/**
 * The pictures of an ensemble as SVG: shares over time, and how it ended.
 * Owns which numbers go where; the charts package draws, and is loaded only here because that takes a moment.
 */
import type { Game } from '@trilogue/core';
import type { SimulateResult } from '@trilogue/engine';
import { caption } from '../output/caption.js';
import { accuracyOfEnsemble } from './accuracy.js';
import { likeliest } from './likeliest.js';

/** More bars than this are not read. */
const mostBars = 12;

/** @param changes what differs from the game file, for the subtitles */
export async function drawSimulation(
  game: Game,
  result: SimulateResult,
  changes: readonly string[],
): Promise<{ readonly name: string; readonly svg: string }[]> {
  const { bands, outcomeBars, renderSvg } = await import('@trilogue/charts');
  const heading = {
    title: game.title,
    caption: caption({ ...result, kept: accuracyOfEnsemble(result).outside?.length === 0 }),
  };
  const subtitle = (text: string) => (changes.length === 0 ? {} : { subtitle: `${text}; ${changes.join(', ')}` });
  const overTime = bands({
    ...heading,
    ...subtitle('Mean and spread over the paths'),
    times: [...result.bands.times],
    shares: Object.entries(result.bands.shares).map(([name, band]) => {
      const player = game.players.find((candidate) => name.startsWith(`${candidate.name}.`))!;
      return {
        name,
        player: player.name,
        playerTitle: player.title,
        mean: [...band.mean],
        q10: [...band.q10],
        q25: [...band.q25],
        q75: [...band.q75],
        q90: [...band.q90],
      };
    }),
  });
  const ends = outcomeBars({
    ...heading,
    ...subtitle('Probability of each outcome with its 95% confidence interval'),
    outcomes: likeliest(result.outcomes, mostBars).map(({ profile, probability, low, high }) => ({
      ...{ profile: [...profile], probability, low, high },
    })),
    undecided: result.undecided,
  });
  return [
    { name: 'bands.svg', svg: await renderSvg(overTime) },
    { name: 'outcomes.svg', svg: await renderSvg(ends) },
  ];
}
