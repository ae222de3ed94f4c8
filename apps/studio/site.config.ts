/**
 * The site: static files with relative addresses, so that any host carries them in any folder.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** `files.json`: what the service worker keeps. Written last, when workers have been built too. */
function fileList(): Plugin {
  return {
    name: 'file-list',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const names = [...Object.keys(bundle), ...readdirSync(join(import.meta.dirname, 'public'))];
        const kept = names.filter((name) => name !== 'service-worker.js').sort();
        this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify(kept) });
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [fileList()],
  // Workers start workers of their own (the threads of the WebAssembly backend), as modules.
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
});
