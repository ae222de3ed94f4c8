/**
 * `npm run fuzz -- --minutes 60`: hands generated game files, expressions, entries of queues, folders and links of the studio to the readers, and large games to
 * the analyses, for as long as is said, and stops at the first that breaks a law, with the smallest text that does and the seed. A short run of the same is part of `npm test`.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { bootstrap } from './bootstrap.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes}: give a number above 0.`);
await bootstrap();
const { hold, targets } = await import('./fuzz/targets.mjs');

const end = Date.now() + minutes * 60_000;
let seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const counts = new Map(targets.map(({ name }) => [name, 0]));
while (Date.now() < end) {
  for (const target of targets) {
    const property = fc.asyncProperty(target.texts, (text) => hold(target, text));
    const result = await fc.check(property, { seed, numRuns: target.slow ? 10 : 500, endOnFailure: false });
    counts.set(target.name, (counts.get(target.name) ?? 0) + result.numRuns);
    if (!result.failed) continue;
    console.error(`${target.name}, seed ${seed}: ${fc.defaultReportMessage(result)}`);
    process.exit(1);
  }
  seed += 1;
}
for (const [name, count] of counts)
  console.log(`${name}: ${count.toLocaleString('en')} texts in ${minutes} minutes, every law held`);
