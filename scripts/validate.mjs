/**
 * `npm run validate`: known answers beside ours, with the distance. Writes them to `docs/validation/results.md` too, and exits with 1
 * where one is wrong.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './run.mjs';

await bootstrap();
const { runnerImport } = await import('vite');
const { answerAll } = await import('./validate/answers.mjs');
const { cells, holds, page } = await import('./validate/judge.mjs');

const start = performance.now();
/** The private package is TypeScript. @type {{ module: typeof import('@internal/problems') }} */
const { module: problems } = await runnerImport(join(root, 'internal', 'problems', 'src', 'index.ts'));
/** @type {import('./validate/answers.mjs').Answer[]} */
const answers = [];
await answerAll(problems, (answer) => {
  if (answer.group !== answers.at(-1)?.group) console.log(`\n${answer.group.title}`);
  answers.push(answer);
  console.log(
    `  ${cells(answer)
      .filter((cell) => cell !== '')
      .join('  |  ')}`,
  );
});
writeFileSync(
  join(root, 'docs', 'validation', 'results.md'),
  page(answers, `Node ${process.version}, WebAssembly backend, ${Math.ceil((performance.now() - start) / 60_000)} min`),
);
const wrong = answers.filter((answer) => !holds(answer)).length;
console.log(`\n${answers.length} answers, ${wrong} wrong, in docs/validation/results.md`);
if (wrong > 0) process.exitCode = 1;
