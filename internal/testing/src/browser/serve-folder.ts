/**
 * A web server for tests: one folder, on this machine only, with the headers that make a page cross-origin isolated.
 * Owns the mapping from request to file. Knows nothing of browsers or bundles.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** A running server. */
export interface ServedFolder {
  /** Address of the folder, with a trailing slash: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Paths asked for so far, in order, such as `/index.js`; grows. A path is there as often as it was asked for. */
  readonly requested: readonly string[];
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

// Browsers offer SharedArrayBuffer only to pages that are cross-origin isolated, which these two headers make them.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Serves `folder` on 127.0.0.1 at a free port; `/` is `index.html`. Answers 404 for anything that is not a file in it.
 *
 * @param options.headers sent with every answer, besides the isolation headers; a header of the same name replaces one, and
 * an empty value leaves it out (a page without cross-origin isolation: both set to `''`).
 */
export async function serveFolder(
  folder: string,
  options: { headers?: Record<string, string> } = {},
): Promise<ServedFolder> {
  const headers = Object.fromEntries(
    Object.entries({ ...isolation, 'Cache-Control': 'no-store', ...options.headers }).filter(
      ([, value]) => value !== '',
    ),
  );
  const root = normalize(join(folder, sep));
  const requested: string[] = [];
  const server = createServer(async (request, response) => {
    requested.push((request.url ?? '/').split(/[?#]/, 1)[0]!);
    const file = fileOf(root, request.url ?? '/');
    const body = file && (await readFile(file).catch(() => undefined));
    if (!file || !body) {
      response.writeHead(404, headers).end();
      return;
    }
    response
      .writeHead(200, { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
      .end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file a request means, or undefined where it lies outside the folder or the address is malformed. */
function fileOf(root: string, address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0] ?? '/';
  try {
    const file = join(root, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}
