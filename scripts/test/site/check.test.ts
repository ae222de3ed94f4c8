import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSite } from '../../site/check.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function site(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkSite(folder);
}

it('finds nothing wrong with links that lead somewhere', () => {
  const found = site({
    'index.html':
      '<a href="/a/">1</a><a class="x" href="./a/b.html#c">2</a><a href="#d" id="d">3</a><img src="/e.svg">',
    'a/index.html': '<a href="https://host.example">out</a><a href="../index#d">back</a>',
    'a/b.html': '<h2 id="c"></h2>',
    'e.svg': '',
  });
  expect(found).toEqual({ pages: 3, links: 5, faults: [] });
});

it('names dead links, places that are not there, and what comes from elsewhere', () => {
  const { faults } = site({
    'index.html': '<a href="/b">1</a><a href="a.html#c">2</a><script src="https://cdn.example/x.js"></script>',
    'a.html': '<link rel="stylesheet" href="//fonts.example/f.css"><h2 id="d"></h2>',
    'assets/s.css': '@font-face { src: url(https://fonts.example/f.woff2) }',
  });
  expect(faults).toEqual([
    'a.html loads //fonts.example/f.css',
    'index.html loads https://cdn.example/x.js',
    'index.html: /b leads nowhere',
    'index.html: a.html#c: no such place in the page',
    `${join('assets', 's.css')} loads https://fonts.example/f.woff2`,
  ]);
});
