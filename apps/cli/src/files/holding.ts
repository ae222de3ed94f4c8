/** What keeps the folder of `--out` from being used: files of something else in it, or a result that is not the one asked for. */
import { type BackendName, eachSweepOption, type SweepOption, type SweepOptionName } from '@trilogue/engine';
import { manifestName, type Recipe, type StudyRecipe } from '@trilogue/results';
import { UsageError } from '../errors/kinds.js';

/** A recipe that leaves the choice of the backend open. */
export type Wanted<R extends Recipe | StudyRecipe> = Omit<R, 'backend' | 'device'> & {
  readonly backend: BackendName | 'auto';
};

/**
 * Of a folder without a manifest.
 *
 * @param ours names of all files that would be written
 * @throws UsageError where one of them is there
 */
export function checkFree(folder: string, names: readonly string[], ours: readonly string[]): void {
  const taken = ours.filter((name) => names.includes(name));
  if (taken.length === 0) return;
  throw new UsageError(
    `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: files of something else would be written over. Choose another folder.`,
  );
}

/** @throws UsageError with the lines that say what differs, where there are any. */
export function checkSame(folder: string, what: 'sweep' | 'analysis', differing: readonly string[]): void {
  if (differing.length === 0) return;
  const lines = differing.map((line) => `  ${line}`);
  throw new UsageError([`--out "${folder}" holds another ${what}:`, ...lines, 'Choose another folder.'].join('\n'));
}

/** @throws UsageError where what is there was computed on another graphics processor. */
export function checkDevice(folder: string, held: string | null, own: string | null): void {
  if (held === own) return;
  const [there, here] = [held, own].map((name) => name ?? 'no graphics processor');
  throw new UsageError(
    `--out "${folder}" holds a part that was computed on ${there}; here it is ${here}, which may round differently. Choose another folder.`,
  );
}

/** A line for what is not the same; none where it is. */
export function difference(name: string, there: string, here: string): string[] {
  return there === here ? [] : [`${name}: ${there} there, ${here} asked for`];
}

/**
 * What differs of two recipes, a line each: game, options, backend and versions.
 *
 * @param passedOver whether an option is not compared
 */
export function differences<R extends Recipe | StudyRecipe>(
  held: R,
  wanted: Wanted<R>,
  passedOver: (name: SweepOptionName) => boolean = () => false,
): string[] {
  const changed = held.game.sha256 !== wanted.game.sha256 && held.game.name === wanted.game.name;
  const words = ({ text, unset = 'none' }: SweepOption<unknown>, value: unknown) =>
    value === null || value === undefined ? unset : text(value);
  return [
    ...difference('game', held.game.name, wanted.game.name),
    ...(changed ? [`game: the file of "${wanted.game.name}" has changed`] : []),
    ...eachSweepOption().flatMap(([name, option]) => {
      const [there, here] = [held, wanted].map((recipe) => words(option, (recipe as Partial<Recipe>)[name]));
      return passedOver(name) ? [] : difference(option.flag, there!, here!);
    }),
    ...(wanted.backend === 'auto' ? [] : difference('--backend', held.backend, wanted.backend)),
    ...(['core', 'random', 'engine'] as const).flatMap((name) =>
      difference(`version of @trilogue/${name}`, held.versions[name], wanted.versions[name]),
    ),
  ];
}
