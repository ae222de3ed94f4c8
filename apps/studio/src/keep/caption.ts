/**
 * What stands around a picture that stands alone: its title, what differs from the game file, and how it was made.
 */
import type { RunReport } from '@trilogue/engine';
import type { Stage } from '../compute/job';
import type { PageTexts } from '../i18n/en';
import { gameTitle, scenarioTitle } from '../i18n/game-titles';
import { brief } from '../shell/figures';
import type { Model } from '../state/model';
import type { Language } from '../state/state';

export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
}

/** @param about what the picture shows, in words */
export function headingOf(model: Model, language: Language, about: string, caption: string): Heading {
  const subtitle = [about, departures(model, language)].filter((part) => part !== '').join('; ');
  return { title: gameTitle(model.game.title, language), subtitle, caption };
}

type Made = Pick<RunReport, 'paths' | 'horizon' | 'dt' | 'scheme' | 'seed' | 'backend'> & {
  readonly tolerance: number | null;
};

export function caption(made: Made, stage: Stage | null, words: PageTexts['caption'], each = false): string {
  const { paths, horizon, tolerance, scheme, dt, backend, seed } = made;
  const count = paths.toLocaleString('en-US');
  return [
    each ? words.pathsEach(count) : words.paths(count),
    words.horizon(brief(horizon)),
    ...(tolerance === null ? [] : [words.tolerance(brief(tolerance))]),
    scheme,
    ...(dt === null ? [] : [words.dt(brief(dt)), backend]),
    words.seed(seed),
    ...unknown(stage, words),
    ...(stage === 'final' && tolerance === null ? [words.biasUnknown] : []),
  ].join(', ');
}

/** The small print of a picture whose paths have no accuracy in common. */
export function shortCaption({ horizon, seed }: Model, stage: Stage | null, words: PageTexts['caption']): string {
  return [words.horizon(brief(horizon)), words.seed(seed), ...unknown(stage, words)].join(', ');
}

/** That figures before those of the last pass have no known error. */
function unknown(stage: Stage | null, words: PageTexts['caption']): string[] {
  return stage === 'final' ? [] : [words.unknown];
}

/** What differs from the game file. */
function departures({ game, scenario, set }: Pick<Model, 'game' | 'scenario' | 'set'>, language: Language): string {
  return [
    ...(scenario === undefined ? [] : [scenarioTitle(game, scenario, language)]),
    ...Object.entries(set).map(([name, value]) => `${name} = ${brief(value)}`),
  ].join(', ');
}
