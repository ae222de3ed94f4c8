/** The backend that computes what a folder holds again, to the same bits. */
import { createRequire } from 'node:module';
import { type Backend, type BackendName, openBackend, type Progress } from '@trilogue/engine';
import { ResultError } from '../errors.js';
import type { NumberVersions } from '../manifest/file.js';

/** How much is computed again, and how. */
export interface VerifyOptions {
  /** Of the cells or runs that are there, from 0 to 1: how many are computed again. Default 0.01; at least one, none with 0. */
  readonly part?: number;
  /** Chooses which: the same text chooses the same ones. Default: by chance. */
  readonly seed?: string;
  /** Of the `wasm` backend; default one a core. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The same with the choice made. */
export type Chosen = VerifyOptions & Required<Pick<VerifyOptions, 'part' | 'seed'>>;

interface Made {
  readonly backend: BackendName;
  readonly device: string | null;
  readonly versions: NumberVersions;
}

/** @throws ResultError where this machine or this version would compute other bits. */
export async function openFor(folder: string, made: Made, threads: number | undefined): Promise<Backend> {
  const require = createRequire(import.meta.url);
  const own = (name: string): string => require(`@trilogue/${name}/package.json`).version;
  const other = (['core', 'random', 'engine'] as const).find((name) => made.versions[name] !== own(name));
  if (other !== undefined) {
    throw new ResultError(
      `"${folder}" was made by @trilogue/${other} ${made.versions[other]}, and this is ${own(other)}, whose numbers may be others. Verify it with that version.`,
    );
  }
  if (made.device === 'any backend') {
    throw new ResultError(`"${folder}" was computed with --mixed, by any arithmetic: there are no bits to compare.`);
  }
  const { backend } = await openBackend(made.backend, { threads });
  if (made.device === null || made.device === backend.device) return backend;
  await backend.close();
  throw new ResultError(
    `"${folder}" was computed on ${made.device}, and here is ${backend.device}, which may round differently. Verify it on such a machine.`,
  );
}
