import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../src/browser/serve-folder.js';

describe('serveFolder', () => {
  let parent: string;
  let server: ServedFolder;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'trilogue-serve-'));
    await mkdir(join(parent, 'site/sub'), { recursive: true });
    await writeFile(join(parent, 'secret.txt'), 'secret');
    await writeFile(join(parent, 'site/index.html'), 'front');
    await writeFile(join(parent, 'site/sub/a b.wasm'), 'bytes');
    server = await serveFolder(join(parent, 'site'), { headers: { 'X-Test': 'yes' } });
  });

  afterAll(async () => {
    await server?.close();
    await rm(parent, { recursive: true, force: true });
  });

  it('serves index.html for the folder, with isolation headers and the given ones', async () => {
    const answer = await fetch(server.url);
    expect(await answer.text()).toBe('front');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(answer.headers.get('x-test')).toBe('yes');
  });

  it('serves files below it by decoded name, query ignored', async () => {
    const answer = await fetch(`${server.url}sub/a%20b.wasm?v=1`);
    expect(await answer.text()).toBe('bytes');
    expect(answer.headers.get('content-type')).toBe('application/wasm');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/missing', '/sub', '/%zz', '/a%00'])(
    'answers 404 to %s',
    async (path) => {
      expect(await statusOf(server.url, path)).toBe(404);
    },
  );

  it('leaves a header out on request', async () => {
    const plain = await serveFolder(join(parent, 'site'), { headers: { 'Cross-Origin-Embedder-Policy': '' } });
    const answer = await fetch(plain.url);
    await plain.close();
    expect(answer.headers.has('cross-origin-embedder-policy')).toBe(false);
    expect(answer.headers.has('cross-origin-opener-policy')).toBe(true);
  });
});

/** Status of a raw path: `fetch` would tidy up the dots before sending it. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
}
