/**
 * The phase paths as the charts take them: coloured by where they end, at most seven colours.
 */
import { coordinateNames } from '@trilogue/core';
import { commonEnds } from '@trilogue/report';
import type { PhaseOutput } from '../../compute/jobs/phase';
import { gameTitle } from '../../i18n/game-titles';
import { brief } from '../../shell/figures';
import type { Model } from '../../state/model';
import type { Language } from '../../state/state';
import type { texts as all } from './texts';

export function pathsInput({ paths, noisy, equilibria }: PhaseOutput, words: (typeof all)['en']) {
  const named = commonEnds(paths);
  const elsewhere = named.size === 0 ? words.withoutNoise : words.underWay;
  const still = paths.map(({ points, end }) => ({
    points,
    group: end !== null && named.has(end) ? words.endsAt(equilibria[end]!.point.map(brief).join(', ')) : elsewhere,
  }));
  return [...still, ...noisy.map((points) => ({ points, noisy: true, group: words.withNoise }))];
}

/** Axes with the players' titles. */
export function axesInput({ game }: Model, language: Language): { name: string; title: string }[] {
  const owners = game.players.flatMap((player) =>
    player.strategies.slice(1).map(() => gameTitle(player.title ?? player.name, language)),
  );
  return coordinateNames(game).map((name, i) => ({ name, title: owners[i]! }));
}
