/**
 * Serves the built site of the studio on this machine alone. Owns the mapping from request to file and the headers.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { UsageError } from '../errors/kinds.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The page reaches nothing but this server, and nobody may frame it. The plain JavaScript backend makes functions of text. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export interface Served {
  /** With a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The folder of the built site. */
export function siteFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@trilogue/studio/package.json')), 'dist');
}

/**
 * @param port 0 for a free one
 * @throws UsageError where the port cannot be had, or the folder has no page
 */
export async function serveSite(folder: string, port: number): Promise<Served> {
  const root = normalize(join(folder, sep));
  await readFile(join(root, 'index.html')).catch(() => {
    throw new UsageError(`The page is not built: there is no ${join(root, 'index.html')}. Run npm run build first.`);
  });
  const server = createServer((request, response) => {
    if (!isOurs(request.headers.host)) {
      response
        .writeHead(403, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
        .end('This is another host.\n');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
      return;
    }
    void answer(root, request.url ?? '/').then(({ status, head, body }) => {
      response.writeHead(status, { ...headers, ...head }).end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether a request means this machine: a page of another name may be led here (DNS rebinding), and is given nothing. */
function isOurs(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);
}

async function answer(root: string, address: string) {
  const file = fileOf(root, address);
  const body = file && (await readFile(file).catch(() => undefined));
  if (!file || !body) {
    return { status: 404, head: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'There is no such file.\n' };
  }
  // names in assets/ change with their content
  const lasting = file.startsWith(join(root, 'assets', sep));
  const head = {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return { status: 200, head, body };
}

/** The file that a request means; undefined where it lies outside the folder or the address is malformed. */
function fileOf(root: string, address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0] ?? '/';
  try {
    const file = join(root, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server
      .once('error', (error: NodeJS.ErrnoException) => {
        const reasons: Readonly<Record<string, string>> = { EADDRINUSE: 'is in use', EACCES: 'may not be used' };
        const reason = reasons[error.code ?? ''];
        reject(
          reason === undefined
            ? error
            : new UsageError(`--port ${port} ${reason}. Choose another, or --port 0 for a free one.`),
        );
      })
      .listen(port, '127.0.0.1', resolve);
  });
}
