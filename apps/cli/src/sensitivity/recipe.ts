/**
 * Everything that decides the numbers of a sensitivity analysis. Equal recipes give equal bytes on machines that compute
 * alike.
 */
import type { AskedOptions, BackendName, SchemeName } from '@trilogue/engine';
import type { Factor } from '@trilogue/sensitivity';
import type { MethodName } from '@trilogue/study';
import type { Recipe as SweepRecipe } from '../sweep/recipe.js';

/** As it was asked for; null where the command chooses. */
export interface StudyRecipe extends Omit<AskedOptions, 'tolerance'> {
  readonly game: SweepRecipe['game'];
  readonly method: MethodName;
  readonly metric: string;
  readonly factors: readonly Factor[];
  readonly samples: number;
  readonly paths: number;
  readonly scheme: SchemeName;
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly horizon: number;
  readonly delta: number;
  readonly independent: boolean;
  /** The one that computes, never `auto`. */
  readonly backend: BackendName;
  /** The graphics processor, which may round like no other; null where results do not depend on the machine. */
  readonly device: string | null;
  /** Versions of the packages that decide numbers. */
  readonly versions: { readonly core: string; readonly random: string; readonly engine: string };
}

/** A recipe that leaves the choice of the backend open. */
export type WantedStudy = Omit<StudyRecipe, 'backend' | 'device'> & { readonly backend: BackendName | 'auto' };

/** What keeps a wanted analysis from being the one that a folder holds, a line for each difference. */
export function studyDifferences(held: StudyRecipe, wanted: WantedStudy): string[] {
  const { game, device: _, backend, factors, ...rest } = held;
  const lines = Object.entries(rest).flatMap(([name, there]) => {
    const [before, now] = [there, wanted[name as keyof typeof rest]].map(words);
    return before === now ? [] : [`${name}: ${before} there, ${now} asked for`];
  });
  if (game.sha256 !== wanted.game.sha256) {
    const same = game.name === wanted.game.name;
    lines.unshift(
      same ? `game: the file of "${game.name}" has changed` : `game: ${game.name} there, ${wanted.game.name} asked for`,
    );
  }
  if (words(factors) !== words(wanted.factors)) lines.push('factors: other names, ranges or groups');
  if (wanted.backend !== 'auto' && backend !== wanted.backend) {
    lines.push(`backend: ${backend} there, ${wanted.backend} asked for`);
  }
  return lines;
}

function words(value: unknown): string {
  return value === null ? 'chosen' : JSON.stringify(value);
}
