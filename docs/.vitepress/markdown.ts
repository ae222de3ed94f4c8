/**
 * How Markdown becomes a page: equations by KaTeX at build time, anchors as GitHub spells them, links of the repository.
 */
import { katex, type MarkdownItKatexOptions } from '@mdit/plugin-katex';
import type { MarkdownOptions } from 'vitepress';
import { siteLink } from './links.js';
import { slug } from './slug.js';

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** A wrong formula, or a letter that KaTeX does not know, fails the build. */
const math = {
  throwOnError: true,
  strict: 'error',
  // Braces of a formula are no templates of Vue.
  transformer: (html: string) => html.replace(/^<(p|span)/, '<$1 v-pre'),
} as const;

/** VitePress and the plugin name the types of markdown-it by different versions. */
const withMath = katex as (md: unknown, options: MarkdownItKatexOptions) => void;

/** @param repository address of the files on the web, where it is known */
export function markdown(repository: string | undefined): MarkdownOptions {
  return {
    anchor: { slugify: slug },
    toc: { slugify: slug },
    config: (md) => {
      withMath(md, math);
      md.core.ruler.push('repository_links', (state) => {
        const { relativePath, frontmatter } = state.env;
        const from: string = frontmatter?.source ?? `docs/${relativePath}`;
        for (const { children } of state.tokens) rewriteLinks(children ?? [], from, repository);
      });
    },
  };
}

type Token = ReturnType<Markdown['parse']>[number];

function rewriteLinks(tokens: Token[], from: string, repository: string | undefined): void {
  let plain = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const to = siteLink(token.attrGet('href') ?? '', from, repository);
      plain = to === undefined;
      if (to !== undefined) token.attrSet('href', to);
      else Object.assign(token, { type: 'file_open', tag: 'span', attrs: [['title', 'a file of the repository']] });
    } else if (token.type === 'link_close' && plain) Object.assign(token, { type: 'file_close', tag: 'span' });
  }
}
