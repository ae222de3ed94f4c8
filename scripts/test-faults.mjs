/**
 * `npm run test:faults`: sets everything up, then 200 rounds of random faults while workers compute a sweep. Prints the seed;
 * FAULT_SEED repeats it, FAULT_ROUNDS is another number of rounds. Takes about half an hour on two cores.
 */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';

await bootstrap();
const command = ['node', join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', join('apps', 'cli')];
const { code } = await run([...command, join('test', 'cluster', 'faults.test.ts')], {
  env: { FAULT_ROUNDS: process.env.FAULT_ROUNDS ?? '200' },
});
process.exitCode = code;
