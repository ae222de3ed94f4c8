/**
 * `npm run mutation -- packages/core expression`: mutation testing of a package, or of folders and files below its `src`. Installs
 * Stryker in `tools/mutation` first. Hours for a whole package; what was run before and has not changed is not run again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root, run } from './run.mjs';

const [folder, ...slices] = process.argv.slice(2);
if (!folder || !existsSync(join(root, folder, 'src'))) {
  console.error('Say which package, and perhaps which folders of it: npm run mutation -- packages/core expression');
  process.exit(2);
}
await bootstrap();
const home = join('tools', 'mutation');
if (!existsSync(join(root, home, 'node_modules'))) await run(['npm', 'ci', '--prefix', home]);
const { code } = await run(['node', join(home, 'run.mjs'), folder, ...slices]);
process.exitCode = code;

const results = join(root, '.trilogue', 'mutation', `${basename(folder)}.json`);
if (existsSync(results)) {
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(results, 'utf8'));
  const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
  for (const { mutants } of Object.values(files)) {
    for (const { status } of mutants) if (status in counts) counts[/** @type {keyof typeof counts} */ (status)]++;
  }
  const detected = counts.Killed + counts.Timeout;
  const all = detected + counts.Survived + counts.NoCoverage;
  console.log(`${folder}, all slices so far: ${detected} of ${all} found, ${((100 * detected) / all).toFixed(1)}%`);
}
