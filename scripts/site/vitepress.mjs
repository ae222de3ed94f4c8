/**
 * Builds and serves the site by VitePress.
 */
import { join } from 'node:path';
import { build, createServer } from 'vitepress';
import { root } from '../run.mjs';

const docs = join(root, 'docs');

/** @returns {Promise<string>} the folder of the built site; throws where a link between pages is dead */
export async function buildSite(outDir = join(docs, '.vitepress', 'dist')) {
  await build(docs, { outDir });
  return outDir;
}

/** Serves the site on this machine until it is stopped. */
export async function serveSite() {
  const server = await createServer(docs, { host: '127.0.0.1' });
  await server.listen();
  server.printUrls();
}
