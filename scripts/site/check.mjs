/**
 * A built site, looked at as a browser would: every link to a page, a file or a place in a page leads somewhere, and nothing is
 * loaded from another server. Reads HTML and CSS; knows nothing of how they were made.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * @param {string} folder the root of the site
 * @returns {{ pages: number, links: number, faults: string[] }}
 */
export function checkSite(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const pages = files.filter((file) => file.endsWith('.html'));
  const texts = new Map(pages.map((page) => [page, readFileSync(page, 'utf8')]));
  const anchors = new Map([...texts].map(([page, html]) => [page, new Set(attributes(html, 'id'))]));
  /** @type {string[]} */
  const faults = [];
  let links = 0;
  for (const [page, html] of texts) {
    const from = relative(folder, page).replaceAll(sep, '/');
    faults.push(...loadedFromElsewhere(html).map((address) => `${from} loads ${address}`));
    for (const href of [...attributes(html, 'href'), ...attributes(html, 'src')]) {
      if (/^[a-z]+:/.test(href) || href.startsWith('//')) continue;
      links++;
      const [path, anchor] = href
        .replace(/\?[^#]*/, '')
        .split('#')
        .map(decodeURIComponent);
      const target =
        path === '' ? page : fileOf(path.startsWith('/') ? join(folder, path) : resolve(dirname(page), path));
      if (!target) faults.push(`${from}: ${href} leads nowhere`);
      else if (anchor && target.endsWith('.html') && !anchors.get(target)?.has(anchor))
        faults.push(`${from}: ${href}: no such place in the page`);
    }
  }
  for (const style of files.filter((file) => file.endsWith('.css'))) {
    const outside = [...readFileSync(style, 'utf8').matchAll(/url\(["']?((?:https?:)?\/\/[^)]+)\)/g)];
    faults.push(...outside.map(([, address]) => `${relative(folder, style)} loads ${address}`));
  }
  return { pages: pages.length, links, faults };
}

/** The file that a server gives for a path. @param {string} path @returns {string | undefined} */
function fileOf(path) {
  const tried = [path, `${path}.html`, join(path, 'index.html')];
  return tried.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Values of an attribute in all tags of a page. @param {string} html @param {string} name */
function attributes(html, name) {
  return [...html.matchAll(new RegExp(`<[a-zA-Z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
  );
}

/** Addresses of other servers that a page would load by itself. @param {string} html */
function loadedFromElsewhere(html) {
  const loading = [
    /<(?:script|img|iframe|source|video|audio)\b[^<>]*\ssrc="((?:https?:)?\/\/[^"]+)"/g,
    /<link\b[^<>]*\shref="((?:https?:)?\/\/[^"]+)"/g,
  ];
  return loading.flatMap((pattern) => [...html.matchAll(pattern)].map(([, address]) => address));
}
