/** The backend that computes what a folder holds again, to the same bits. */
import { type Backend, type BackendName, openBackend } from '@trilogue/engine';
import { UsageError } from '../errors/usage-error.js';
import { versions } from '../versions.js';

export interface VerifyOptions {
  /** Of the cells or runs that are there, from 0 to 1. */
  readonly part: number;
  /** Chooses which. */
  readonly seed: string;
  readonly threads?: number;
}

interface Made {
  readonly backend: BackendName;
  readonly device: string | null;
  readonly versions: Readonly<Record<'core' | 'random' | 'engine', string>>;
}

/** @throws UsageError where this machine or this version would compute other bits. */
export async function openFor(folder: string, made: Made, threads: number | undefined): Promise<Backend> {
  const own = versions();
  const other = (['core', 'random', 'engine'] as const).find((name) => made.versions[name] !== own[name]);
  if (other !== undefined) {
    throw new UsageError(
      `"${folder}" was made by @trilogue/${other} ${made.versions[other]}, and this is ${own[other]}, whose numbers may be others. Verify it with that version.`,
    );
  }
  if (made.device === 'any backend') {
    throw new UsageError(`"${folder}" was computed with --mixed, by any arithmetic: there are no bits to compare.`);
  }
  const { backend } = await openBackend(made.backend, { threads });
  if (made.device === null || made.device === backend.device) return backend;
  await backend.close();
  throw new UsageError(
    `"${folder}" was computed on ${made.device}, and here is ${backend.device}, which may round differently. Verify it on such a machine.`,
  );
}
