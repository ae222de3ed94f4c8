/**
 * Versions of what computes, for `--version` and for the manifest of a sweep.
 */
import { createRequire } from 'node:module';

export interface Versions {
  readonly trilogue: string;
  readonly core: string;
  readonly random: string;
  readonly engine: string;
  readonly charts: string;
  readonly node: string;
}

export function versions(): Versions {
  const require = createRequire(import.meta.url);
  return {
    trilogue: require('../package.json').version,
    core: require('@trilogue/core/package.json').version,
    random: require('@trilogue/random/package.json').version,
    engine: require('@trilogue/engine/package.json').version,
    charts: require('@trilogue/charts/package.json').version,
    node: process.versions.node,
  };
}
