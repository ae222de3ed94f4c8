/** Connections to real servers: with a password, with TLS, wrong ones, none. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningRedis, selfSigned, startRedis } from '@internal/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, serverTime } from '../../src/redis/connect.js';

const folder = mkdtempSync(join(tmpdir(), 'trilogue-connect-'));
let open: RunningRedis;
let locked: RunningRedis;
let secure: RunningRedis;

beforeAll(async () => {
  const files = selfSigned(folder);
  [open, locked, secure] = await Promise.all([
    startRedis(),
    startRedis({ password: 'p@ss/w:rd%' }),
    startRedis({ password: 'secret', tls: files }),
  ]);
});
afterAll(async () => {
  await Promise.all([open, locked, secure].map((server) => server?.close()));
  rmSync(folder, { recursive: true });
});

describe('connect', () => {
  it('reaches a server, and hears its clock', async () => {
    const connection = await connect(open.url);
    const time = await serverTime(connection.redis);
    expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
    connection.close();
  });

  it('gives a password, which no message shows', async () => {
    const connection = await connect(locked.url);
    expect(await connection.redis.ping()).toBe('PONG');
    expect(connection.shown).toBe(`redis://127.0.0.1:${locked.port}`);
    connection.close();

    const wrong = connect(locked.url.replace(/:[^/]*@/, ':wrong-word@'));
    await expect(wrong).rejects.toThrow(`127.0.0.1:${locked.port} does not take this user and password`);
    await expect(wrong).rejects.not.toThrow('wrong-word');
    await expect(connect(`redis://127.0.0.1:${locked.port}`)).rejects.toThrow('redis://:PASSWORD@HOST');
  });

  it('speaks TLS to a server whose certificate is trusted, and to no other', async () => {
    await expect(connect(secure.url)).rejects.toThrow(/certificate of the Redis server .* NODE_EXTRA_CA_CERTS=FILE/);
    // Node reads that variable when it starts
    const script = `const { connect } = await import(process.argv[1]);
      const connection = await connect(process.argv[2]); console.log(await connection.redis.ping()); connection.close();`;
    const module = new URL('../../dist/redis/connect.js', import.meta.url).href;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, module, secure.url], {
      encoding: 'utf8',
      env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
    });
    expect([stdout, stderr]).toEqual(['PONG\n', '']);
  });

  it('says where nothing answers', async () => {
    const server = await startRedis();
    await server.close();
    await expect(connect(server.url)).rejects.toThrow(`no Redis server answers at redis://127.0.0.1:${server.port}`);
  });

  it('comes back when the server does', async () => {
    const server = await startRedis();
    const connection = await connect(server.url);
    await server.kill();
    const answer = connection.redis.ping();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.start();
    expect(await answer).toBe('PONG');
    connection.close();
    await server.close();
  });
});
