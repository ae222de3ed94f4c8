/** What the folder of an analysis holds before it begins. Only looks; nothing is made or changed here. */
import {
  entriesOf,
  outputsName,
  readOutputs,
  readStudyManifest,
  type StudyManifest,
  type StudyRecipe,
  studyFiles,
} from '@trilogue/results';
import type { Told } from '@trilogue/study';
import { checkFree, checkSame, difference, differences, type Wanted } from '../files/holding.js';

export type WantedStudy = Wanted<StudyRecipe>;

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
    checkFree(folder, names, ours);
    return { kind: 'nothing' };
  }
  checkSame(folder, 'analysis', studyDifferences(manifest.recipe, wanted));
  if (manifest.files === null) return { kind: 'unfinished', manifest };
  const { outputs, hash } = await readOutputs(folder);
  // numbers that were lost or edited are computed again
  return hash === manifest.files[outputsName] ? { kind: 'finished', manifest, outputs } : { kind: 'nothing' };
}

/** What keeps a wanted analysis from being the one that a folder holds, a line for each difference. */
export function studyDifferences(held: StudyRecipe, wanted: WantedStudy): string[] {
  const same = JSON.stringify(held.factors) === JSON.stringify(wanted.factors);
  return [
    ...difference('--method', held.method, wanted.method),
    ...difference('--samples', `${held.samples}`, `${wanted.samples}`),
    ...(same ? [] : ['factors: other names, ranges or groups']),
    ...differences(held, wanted),
  ];
}
