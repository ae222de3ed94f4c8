/** The version that a worker and a sweep must share. All packages of trilogue have one version. */
import { createRequire } from 'node:module';

export const version: string = createRequire(import.meta.url)('@trilogue/engine/package.json').version;
