/**
 * `npm start`: sets everything up and runs the main job, a heatmap of the bundled game. Arguments after `npm start --` are
 * added to the command, so `npm start -- --tolerance 0.005 --out elsewhere` changes it.
 */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';

const job = [
  ['sweep', 'data-sharing'],
  ['--x', 'tau=0:1:51'],
  ['--y', 'p=0:2:51'],
  ['--metric', 'P(share,share,coordinate)'],
  ['--out', 'heatmap-tau-p'],
].flat();

await bootstrap();
const { code, text } = await run(['node', join('apps', 'cli', 'bin', 'trilogue.js'), ...job, ...process.argv.slice(2)]);
process.stderr.write(text);
process.exitCode = code;
