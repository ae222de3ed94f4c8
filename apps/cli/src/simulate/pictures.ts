/**
 * The pictures of an ensemble as SVG: shares over time, how it ended, and when paths first came near an outcome.
 * The charts package draws, and is loaded only here because that takes a moment.
 */
import type { Game } from '@trilogue/core';
import { accuracyOfEnsemble, type SimulateResult } from '@trilogue/engine';
import { caption } from '../output/caption.js';

/** Of all files that may be drawn. */
export const pictureNames = ['bands.svg', 'outcomes.svg', 'passages.svg'];

/** @param changes what differs from the game file, for the subtitles */
export async function drawSimulation(
  game: Game,
  result: SimulateResult,
  changes: readonly string[],
): Promise<{ readonly name: string; readonly svg: string }[]> {
  const { bands, bandsOf, outcomeBars, outcomeBarsOf, passageTimes, passageTimesOf, renderSvg } = await import(
    '@trilogue/charts'
  );
  const heading = {
    title: game.title,
    caption: caption({ ...result, kept: accuracyOfEnsemble(result).outside?.length === 0 }),
  };
  const subtitle = (text: string) => (changes.length === 0 ? {} : { subtitle: `${text}; ${changes.join(', ')}` });
  const overTime = bands({
    ...heading,
    ...subtitle('Mean and spread over the paths'),
    ...bandsOf(game.players, result),
  });
  const ends = outcomeBars({
    ...heading,
    ...subtitle('Probability of each outcome with its 95% confidence interval'),
    ...outcomeBarsOf(result),
  });
  const entries = passageTimesOf(result);
  const entered = 'Time of the first entry into the neighbourhood of a profile';
  return [
    { name: 'bands.svg', svg: await renderSvg(overTime) },
    { name: 'outcomes.svg', svg: await renderSvg(ends) },
    ...(entries === null
      ? []
      : [
          {
            name: 'passages.svg',
            svg: await renderSvg(passageTimes({ ...heading, ...subtitle(entered), ...entries })),
          },
        ]),
  ];
}
