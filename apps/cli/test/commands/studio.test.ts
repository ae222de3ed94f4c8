import { get } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { type Running, start, trilogue } from '../trilogue.js';

let running: Running | undefined;
afterAll(() => void running?.child.kill('SIGKILL'));

/** Starts the server and waits for its address. */
async function serve(): Promise<{ url: string; running: Running }> {
  const begun = start(['studio', '--port', '0', '--json']);
  running = begun;
  const line = await new Promise<string>((resolve, reject) => {
    begun.child.stdout!.once('data', (text: string) => resolve(text));
    void begun.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return { url: (JSON.parse(line) as { url: string }).url, running: begun };
}

describe('trilogue studio', () => {
  it('serves the built page on 127.0.0.1 and ends with 130', async () => {
    const { url, running: server } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)![1]!;
    const asset = await fetch(url + script);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await asset.text()).length).toBeGreaterThan(10_000);

    expect((await fetch(`${url}package.json`)).status).toBe(404);
    expect((await fetch(`${url}..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${url}%E0%A4%A`)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);

    // a name that leads here is not this machine's
    for (const [host, status] of [
      ['evil.example', 403],
      ['evil.example:80', 403],
      ['127.0.0.1.evil.example', 403],
      ['localhost', 200],
      [`[::1]:${new URL(url).port}`, 200],
    ] as const) {
      const found = await new Promise<number>((resolve, reject) => {
        get(url, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode!);
        }).on('error', reject);
      });
      expect({ host, status: found }).toEqual({ host, status });
    }

    server.child.kill('SIGINT');
    const { code, stdout, stderr } = await server.ended;
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'stopped\n' });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('says that a port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, stdout, stderr } = await trilogue(['studio', '--port', String(port)]);
    other.close();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`--port ${port} is in use. Choose another, or --port 0 for a free one.\n`);
  });
});
