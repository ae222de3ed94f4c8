/** Looks into a result folder, whichever command made it, and computes a part of it again. Writes nothing. */
import { UsageError } from '../errors/usage-error.js';
import { readPlain } from '../files/plain.js';
import type { Terminal } from '../output/terminal.js';
import { readStudyManifest, studyFormat } from '../sensitivity/folder.js';
import { entriesOf } from '../sweep/folder.js';
import { manifestName, mostManifestBytes, readManifest } from '../sweep/manifest.js';
import type { Verification } from './finding.js';
import type { VerifyOptions } from './open.js';
import { verifyStudy } from './verify-study.js';
import { verifySweep } from './verify-sweep.js';

/** @throws UsageError where there is no result, or one that this machine or this version cannot compute to the same bits. */
export async function verify(folder: string, options: VerifyOptions, terminal: Terminal): Promise<Verification> {
  const names = await entriesOf(folder);
  if (!names.includes(manifestName)) throw new UsageError(`"${folder}" holds no result: it has no ${manifestName}.`);
  const text = (await readPlain(folder, manifestName, mostManifestBytes))?.toString('utf8') ?? '';
  if (formatOf(text) === studyFormat) {
    return verifyStudy(folder, await readStudyManifest(folder), options, terminal);
  }
  return verifySweep(folder, (await readManifest(folder))!, options, terminal);
}

function formatOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { format?: unknown } | null)?.format;
  } catch {
    return undefined;
  }
}
