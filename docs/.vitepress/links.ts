/**
 * Links of a Markdown file as they stand in the repository, to links of the site. Owns which files are pages, and where.
 * What is no page becomes a link to the repository on the web where its address is known, and plain text where it is not.
 */
import { posix } from 'node:path';

/** Where the readme files of the workspaces stand on the site. */
const readmes: Record<string, string> = {
  'README.md': '/index.md',
  'docs/README.md': '/contents.md',
  'CONTRIBUTING.md': '/contributing.md',
  'apps/cli/README.md': '/reference/trilogue/index.md',
};

/**
 * The page that a file of the repository becomes, as a path from the root of the site, or undefined where it is none.
 * @param file path from the root of the repository, such as `docs/noise.md`
 */
export function pageOf(file: string): string | undefined {
  if (file in readmes) return readmes[file];
  const workspace = /^(?:packages|apps)\/(\w+)\/README\.md$/.exec(file);
  if (workspace) return `/reference/${workspace[1]}/index.md`;
  const page = /^docs\/(.+\.md)$/.exec(file);
  return page ? `/${page[1].replace(/(^|\/)README\.md$/, '$1index.md')}` : undefined;
}

/**
 * Where a link leads on the site: a page, an address, or undefined for a file that readers of the site do not have.
 * @param href as written
 * @param from the file that it stands in, from the root of the repository
 * @param repository address of the files on the web, such as `https://host.example/owner/name/blob/main`
 */
export function siteLink(href: string, from: string, repository?: string): string | undefined {
  if (/^(?:\w+:|\/|#)/.test(href)) return href;
  const [path, anchor] = href.split('#');
  const file = posix.join(posix.dirname(from), path);
  const to = pageOf(file) ?? (repository ? `${repository}/${file}` : undefined);
  return to === undefined || anchor === undefined ? to : `${to}#${anchor}`;
}
