/**
 * `npm run bench`: sets everything up, then measures each backend and scheme, compares with what people use instead, on a GPU
 * too where there is one, and measures the search for equilibria.
 */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';

await bootstrap();
for (const benchmark of ['backends.mjs', 'compare.mjs', 'gpu.mjs', 'equilibria.mjs']) {
  const { code, text } = await run(['node', join('benchmarks', benchmark)]);
  process.stderr.write(text);
  if (code !== 0) process.exitCode = code;
}
