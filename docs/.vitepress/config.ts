/**
 * The documentation site, from the Markdown files of `docs` and what `scripts/site` adds to them. Dead links fail the build.
 * The address of the repository comes from the variables that GitHub Actions sets; without them files of the repository are named, not linked.
 */
import { defineConfig } from 'vitepress';
import { chinese, english } from './arrangement.js';
import { markdown } from './markdown.js';
import { words } from './search.js';

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, TRILOGUE_DOCS_BASE } = process.env;
const repository = GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;

export default defineConfig({
  title: 'trilogue',
  description: 'Stochastic evolutionary games: from a game file to a Monte Carlo sensitivity heatmap.',
  base: TRILOGUE_DOCS_BASE ?? '/',
  rewrites: { 'README.md': 'contents.md', 'decisions/README.md': 'decisions/index.md' },
  markdown: markdown(repository && `${repository}/blob/main`),
  metaChunk: true,
  vite: { build: { chunkSizeWarningLimit: 4000 } },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize: words } },
        locales: { zh: { translations: chinese.search } },
      },
    },
    socialLinks: repository ? [{ icon: 'github', link: repository }] : [],
    outline: 'deep',
    i18nRouting: false,
  },
  locales: {
    root: { label: 'English', lang: 'en', ...english },
    zh: { label: '简体中文', lang: 'zh-CN', ...chinese.locale },
  },
});
