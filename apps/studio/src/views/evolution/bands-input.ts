/**
 * An ensemble as the chart of bands takes it, with single paths where they are there.
 */
import type { Game } from '@trilogue/core';
import type { EnsembleOutput } from '../../compute/jobs/ensemble';
import type { PathsOutput } from '../../compute/jobs/paths';
import type { ChartInput } from '../../draw/protocol';
import { gameTitle } from '../../i18n/game-titles';
import type { Language } from '../../state/state';

export function bandsInput(
  game: Game,
  result: EnsembleOutput,
  single: PathsOutput | null,
  withStill: boolean,
  language: Language,
): ChartInput<'bands'> {
  const { times } = result.bands;
  // paths of an earlier result have other times
  const fits = single !== null && JSON.stringify(single.times) === JSON.stringify(times) ? single : null;
  const shares = Object.entries(result.bands.shares).map(([name, band]) => {
    const player = game.players.find((one) => name.startsWith(`${one.name}.`));
    const { mean, q10, q25, q75, q90 } = band;
    return {
      ...{ name, player: player?.name ?? name, playerTitle: player && gameTitle(player.title, language) },
      ...{ mean, q10, q25, q75, q90 },
      paths: fits?.paths.map((path) => path[name]!),
      still: withStill ? fits?.still[name] : undefined,
    };
  });
  return { title: result.title, bare: true, times, shares };
}
