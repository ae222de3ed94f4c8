/**
 * `docs/reference/gallery.md`, made and not committed: every chart that the readme of `@trilogue/charts` lists, with its golden pictures, which are
 * the ones that the tests compare byte for byte.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../run.mjs';

const charts = join(root, 'packages', 'charts');

/**
 * The rows of the readme's table.
 *
 * @param {string} readme
 * @returns {{ name: string, shows: string, pictures: { title: string, file: string }[] }[]}
 */
export function chartsOf(readme) {
  return [...readme.matchAll(/^\| `(\w+)` \| (.+) \| (\[.+\.golden\.svg\).*) \|$/gm)].map(([, name, shows, links]) => ({
    name,
    shows,
    pictures: [...links.matchAll(/\[([^\]]+)\]\(([^)]+\.golden\.svg)\)/g)].map(([, title, file]) => ({ title, file })),
  }));
}

/** Writes the page and its pictures. @param {string} reference the folder `docs/reference` */
export function writeGallery(reference) {
  const found = chartsOf(readFileSync(join(charts, 'README.md'), 'utf8'));
  if (found.length === 0) throw new Error('the readme of @trilogue/charts lists no golden pictures');
  mkdirSync(join(reference, 'gallery'), { recursive: true });
  const sections = found.map(({ name, shows, pictures }) => {
    const images = pictures.map(({ title, file }) => {
      const copy = basename(file).replace('.golden', '');
      copyFileSync(join(charts, file), join(reference, 'gallery', copy));
      return `![${title}](gallery/${copy})`;
    });
    return [`## ${name}`, '', `${shows[0].toUpperCase()}${shows.slice(1)}.`, '', images.join('\n\n')].join('\n');
  });
  writeFileSync(
    join(reference, 'gallery.md'),
    [
      '---\nsource: docs/gallery.md\n---\n',
      '# Gallery\n',
      'The charts of [`@trilogue/charts`](../packages/charts/README.md). The pictures are those that its tests compare byte for byte; their numbers are made up for the tests, except',
      'where a caption names a game. [Heatmaps](guides/heatmap.md) and the other guides say how a game is drawn.\n',
      sections.join('\n\n'),
      '',
    ].join('\n'),
  );
}
