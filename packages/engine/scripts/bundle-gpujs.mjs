/**
 * Bundles GPU.js into dist/vendor/gpu.js, so that installing the engine brings neither the native WebGL package that
 * GPU.js lists as optional nor its own copy of the WebGPU one. The licences of what is inside stand beside it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);
const out = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'vendor');
await mkdir(out, { recursive: true });

const bundle = await rolldown({
  input: require.resolve('gpu.js'),
  platform: 'neutral',
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    {
      name: 'left-out',
      // headless WebGL, and the threads of a backend that the engine does not use
      resolveId: (id) => (id === 'gl' || id === 'worker_threads' ? '\0left-out' : null),
      load: (id) => (id === '\0left-out' ? 'module.exports = null;' : null),
    },
  ],
});
await bundle.write({ file: join(out, 'gpu.js'), format: 'esm', minify: true, keepNames: true, comments: false });
await bundle.close();

const licences = await Promise.all(
  ['gpu.js', 'acorn', 'gpu-mock.js'].map(async (name) => {
    const root = dirname(require.resolve(`${name}/package.json`));
    const { version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const text = await readFile(join(root, 'LICENSE'), 'utf8').catch(() => `Licence: ${license}`);
    return `${name} ${version}\n\n${text.trim()}\n`;
  }),
);
await writeFile(join(out, 'LICENSES.txt'), licences.join('\n----------\n\n'));
