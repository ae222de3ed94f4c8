/**
 * From a TypeScript file to a folder that a browser can load. Owns the bundler's settings; serves nothing.
 */
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>test</title>
    <link rel="icon" href="data:," />
    <script type="module" src="./entry.js"></script>
  </head>
  <body></body>
</html>
`;

/**
 * Bundles `entryFile` and everything it imports, workers included, into `outDir`, with an `index.html` that runs it.
 * The entry's exports are dropped: what a test wants to see, the entry puts on `globalThis`.
 *
 * @param outDir made where missing, emptied where not. Packages of this repository are taken as built (`dist`).
 * @throws what the bundler reports, such as an import that cannot be resolved.
 */
export async function bundleForBrowser(entryFile: string, outDir: string): Promise<void> {
  // Loaded here, because most users of this package never make a bundle.
  const { build } = await import('vite');
  const entry = resolve(entryFile);
  await build({
    configFile: false,
    root: dirname(entry),
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      // As written: an error in the page should name the line that a reader knows.
      minify: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { entryFileNames: 'entry.js' } },
    },
  });
  await writeFile(join(outDir, 'index.html'), html);
}
