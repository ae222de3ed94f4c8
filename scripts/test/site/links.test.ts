import { describe, expect, it } from 'vitest';
import { pageOf, siteLink } from '../../../docs/.vitepress/links.js';

describe('pageOf', () => {
  it.each([
    ['docs/noise.md', '/noise.md'],
    ['docs/README.md', '/contents.md'],
    ['docs/decisions/README.md', '/decisions/index.md'],
    ['packages/core/README.md', '/reference/core/index.md'],
    ['apps/cli/README.md', '/reference/trilogue/index.md'],
    ['README.md', '/index.md'],
  ])('%s is %s', (file, page) => expect(pageOf(file)).toBe(page));

  it.each(['packages/core/src/index.ts', 'docs/images/a.svg', 'LICENSE'])('%s is none', (file) =>
    expect(pageOf(file)).toBeUndefined(),
  );
});

describe('siteLink', () => {
  it('leads from the place of the file, and keeps the anchor', () => {
    expect(siteLink('../schemes-and-accuracy.md#the-step', 'docs/concepts/outcomes.md')).toBe(
      '/schemes-and-accuracy.md#the-step',
    );
    expect(siteLink('../../docs/noise.md', 'packages/core/README.md')).toBe('/noise.md');
  });

  it('leaves addresses, places of the site and of the page', () => {
    for (const href of ['https://doi.example/1', '/noise', '#b']) expect(siteLink(href, 'docs/a.md')).toBe(href);
  });

  it('leads to the repository only where its address is known', () => {
    const [href, from] = ['../packages/core/src/index.ts', 'docs/a.md'];
    expect(siteLink(href, from)).toBeUndefined();
    expect(siteLink(href, from, 'https://host.example/o/n/blob/main')).toBe(
      'https://host.example/o/n/blob/main/packages/core/src/index.ts',
    );
  });
});
