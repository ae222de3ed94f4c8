/**
 * An analysis that is killed at random moments, in its runs and while it writes: the same command goes on, to the bytes of
 * an uninterrupted one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch, start, trilogue } from '../trilogue.js';

const folder = scratch();
const kills = 6;
/** Some 2 s of runs in 8 batches on one core, and then tables and pictures. */
const job = [
  ...[
    'sensitivity',
    'data-sharing',
    '--factors',
    'tau,w,p,kappa',
    '--samples',
    '256',
    '--paths',
    '2048',
    '--dt',
    '0.2',
  ],
  ...['--independent', '--backend', 'wasm', '--threads', '1'],
];

describe('an analysis that is killed again and again', () => {
  it('ends with the bytes of an uninterrupted one', { timeout: 180_000 }, async () => {
    const [cut, whole] = ['cut', 'whole'].map((name) => join(folder, name)) as [string, string];
    const began = performance.now();
    expect((await trilogue([...job, '--out', whole])).code).toBe(0);
    const life = performance.now() - began;

    const moments: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const moment = (0.1 + 0.95 * Math.random()) * life;
      const { child, ended } = start([...job, '--out', cut]);
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      const { code, stderr } = await ended;
      clearTimeout(timer);
      const held = existsSync(join(cut, 'progress')) ? 'in its runs' : code === 0 ? 'after its end' : 'elsewhere';
      moments.push(`${(moment / life).toFixed(2)} of its life, ${held}`);
      // a kill says nothing; whatever is said otherwise is a refusal of what the kill before left
      expect([null, 0], `${moments.join('; ')}: ${stderr}`).toContain(code);
    }
    const { code, stderr } = await trilogue([...job, '--out', cut]);
    expect(code, `killed at ${moments.join('; ')}: ${stderr}`).toBe(0);

    const names = readdirSync(whole).filter((name) => name !== 'manifest.json');
    expect(names).toContain('groups.png');
    expect(readdirSync(cut).sort()).toEqual(readdirSync(whole).sort());
    for (const name of names) {
      const same = readFileSync(join(cut, name)).equals(readFileSync(join(whole, name)));
      expect(same, `${name}, killed at ${moments.join('; ')}`).toBe(true);
    }
    const manifest = (out: string) => ({
      ...JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')),
      times: null,
    });
    expect(manifest(cut)).toEqual(manifest(whole));
  });
});
