/** What the folder of an analysis holds before it begins. Only looks; nothing is made or changed here. */
import type { BackendName } from '@trilogue/engine';
import {
  entriesOf,
  manifestName,
  outputsName,
  readOutputs,
  readStudyManifest,
  type StudyManifest,
  type StudyRecipe,
  studyFiles,
} from '@trilogue/results';
import type { Told } from '@trilogue/study';
import { UsageError } from '../errors/kinds.js';

/** A recipe that leaves the choice of the backend open. */
export type WantedStudy = Omit<StudyRecipe, 'backend' | 'device'> & { readonly backend: BackendName | 'auto' };

/** Every file that an analysis may write. */
const ours = studyFiles.concat(
  ['groups', 'factors', 'tornado', 'morris', 'correlations'].flatMap((name) => [`${name}.svg`, `${name}.png`]),
);

export type StudyHolding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfinished'; readonly manifest: StudyManifest }
  | { readonly kind: 'finished'; readonly manifest: StudyManifest; readonly outputs: readonly Told[] };

/** @throws UsageError where the folder cannot be read, or holds something else that would be written over. */
export async function inspectStudy(folder: string, wanted: WantedStudy): Promise<StudyHolding> {
  const names = await entriesOf(folder);
  const manifest = names.length > 0 ? await readStudyManifest(folder) : null;
  if (manifest === null) {
    const taken = ours.filter((name) => names.includes(name));
    if (taken.length === 0) return { kind: 'nothing' };
    throw new UsageError(
      `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: files of something else would be written over. Choose another folder.`,
    );
  }
  const differing = studyDifferences(manifest.recipe, wanted);
  if (differing.length > 0) {
    const lines = differing.map((line) => `  ${line}`);
    throw new UsageError([`--out "${folder}" holds another analysis:`, ...lines, 'Choose another folder.'].join('\n'));
  }
  if (manifest.files === null) return { kind: 'unfinished', manifest };
  const { outputs, hash } = await readOutputs(folder);
  // numbers that were lost or edited are computed again
  return hash === manifest.files[outputsName] ? { kind: 'finished', manifest, outputs } : { kind: 'nothing' };
}

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
