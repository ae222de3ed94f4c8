/** Looks into a result folder, whichever command made it, and computes a part of it again. Writes nothing. */
import { ResultError } from '../errors.js';
import { entriesOf } from '../files/plain.js';
import { formatOf, manifestName } from '../manifest/file.js';
import { readStudyManifest, studyFormat } from '../study/manifest.js';
import { readManifest } from '../sweep/manifest.js';
import type { VerifyOptions } from './backend.js';
import { newSeed, type Verification } from './finding.js';
import { verifyStudy } from './study.js';
import { verifySweep } from './sweep.js';

/** Verifies a result folder. @throws ResultError where there is no result, or one that this machine or this version cannot compute to the same bits. */
export async function verify(folder: string, options: VerifyOptions = {}): Promise<Verification> {
  await entriesOf(folder);
  const chosen = { ...options, part: options.part ?? 0.01, seed: options.seed ?? newSeed() };
  if ((await formatOf(folder)) === studyFormat) {
    const manifest = await readStudyManifest(folder);
    if (manifest !== null) return verifyStudy(folder, manifest, chosen);
  }
  const manifest = await readManifest(folder);
  if (manifest !== null) return verifySweep(folder, manifest, chosen);
  throw new ResultError(`"${folder}" holds no result: it has no ${manifestName}.`);
}
