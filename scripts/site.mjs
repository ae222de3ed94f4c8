/**
 * `npm run docs:build`: the documentation site in `docs/.vitepress/dist`, with the reference made from the code, and every link and anchor of
 * the built pages followed. `npm run docs:dev` serves it and shows changes as they are saved.
 */
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { writeReference } = await import('./site/reference.mjs');
const { buildSite, serveSite } = await import('./site/vitepress.mjs');
const { checkSite } = await import('./site/check.mjs');

await writeReference();
if (process.argv[2] === 'dev') await serveSite();
else {
  const folder = await buildSite();
  const { pages, links, faults } = checkSite(folder);
  for (const fault of faults) console.error(fault);
  console.log(`${pages} pages, ${links} links, ${faults.length} faults: ${folder}`);
  if (faults.length > 0) process.exitCode = 1;
}
