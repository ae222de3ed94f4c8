/**
 * Versions of what computes, for `--version` and for the manifest of a sweep.
 */
import { createRequire } from 'node:module';

export interface Versions {
  readonly trilogue: string;
  readonly core: string;
  readonly engine: string;
  readonly charts: string;
  readonly node: string;
}

export function versions(): Versions {
  const require = createRequire(import.meta.url);
  const of = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
  return {
    trilogue: (require('../package.json') as { version: string }).version,
    core: of('@trilogue/core'),
    engine: of('@trilogue/engine'),
    charts: of('@trilogue/charts'),
    node: process.versions.node,
  };
}
