/** The key in a page: bundled by Vite and run without anything of Node. */
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { keyOf } from '../src/key.js';

it('gives the same keys when bundled for a browser', async () => {
  const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'random' } },
  });
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
  const page: { self?: object; random?: { keyOf: typeof keyOf }; TextEncoder: typeof TextEncoder } = { TextEncoder };
  page.self = page;
  runInNewContext(`${output[0].code}; self.random = random;`, page);
  for (const seed of ['', '0', 'trilogue', '三元演化博弈', 'a seed of more than twenty bytes']) {
    expect({ ...page.random!.keyOf(seed) }).toEqual(keyOf(seed));
  }
});
