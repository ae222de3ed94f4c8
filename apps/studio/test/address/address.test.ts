/** The state in an address: there and back, and nothing else gets in. */
import { bundledGameText } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/address/address';
import { readGameOf, readRecord, writeRecord } from '../../src/address/record';
import { linkWords } from '../../src/i18n/link-words';
import { firstState, type StudioState, stateOfGame } from '../../src/state/state';

const changed: StudioState = {
  ...firstState(),
  set: { tau: 0.7, 'initial.A': 0.25 },
  scenario: 'independent',
  seed: '种子 "1"',
  tolerance: null,
  paths: 2000,
  dt: 0.1,
  horizon: 12,
  cells: 21,
  metric: 'mean(A.share)',
  backend: 'wasm',
  view: 'heatmap',
  options: { cube: { azimuth: 1.5, noisy: false }, recommendation: { goal: 'at-most' }, scenarios: { now: false } },
  language: 'zh-CN',
  theme: 'dark',
};

describe('address', () => {
  it('brings every part of the state back', async () => {
    expect(await readAddress(await writeAddress(changed))).toEqual(changed);
  });

  it('carries an own game, also one that cannot be read', async () => {
    const own = stateOfGame(`${bundledGameText('hawk-dove')}\nbroken: [`);
    expect(await readAddress(await writeAddress(own))).toEqual(own);
  });

  it('is short for a bundled game', async () => {
    expect((await writeAddress(firstState())).length).toBeLessThan(80);
  });

  it('is no state where it has none', async () => {
    expect(await readAddress('')).toBeNull();
    expect(await readAddress('#results')).toBeNull();
  });

  it('refuses what is cut off', async () => {
    const address = await writeAddress(changed);
    await expect(readAddress(address.slice(0, -9))).rejects.toThrow(/link/);
    await expect(readAddress('#s=%%%')).rejects.toThrow(/link/);
  });

  it('refuses a small text that unpacks to a huge one', async () => {
    const huge = await writeAddress({ ...firstState(), seed: 'a'.repeat(6_000_000) });
    expect(huge.length).toBeLessThan(20_000);
    await expect(readAddress(huge)).rejects.toThrow(/more than 4 MB/);
  });
});

describe('readRecord', () => {
  const record = writeRecord(changed);
  it.each([
    ['another version', { version: 1 }, 'version'],
    ['an unknown game', { game: 'chess' }, 'game'],
    ['an unknown entry', { speed: 1 }, 'speed'],
    ['a value that is no number', { set: { tau: '0.7' } }, 'set.tau'],
    ['a value that is not finite', { set: { tau: null } }, 'set.tau'],
    ['ends the wrong way round', { x: { name: 'tau', from: 1, to: 0 } }, 'x'],
    ['a tolerance of zero', { tolerance: 0, paths: null, dt: null }, 'tolerance'],
    ['half a path', { tolerance: null, paths: 0.5 }, 'paths'],
    ['a tolerance and paths', { tolerance: 0.01 }, 'tolerance'],
    ['neither tolerance nor paths', { paths: null }, 'tolerance'],
    ['a nearness of zero', { delta: 0 }, 'delta'],
    ['a scheme that nobody knows', { scheme: 'heun' }, 'scheme'],
    ['an unknown view', { view: 'admin' }, 'view'],
    ['options of an unknown view', { options: { admin: {} } }, 'options'],
    ['an option that no view has', { options: { cube: { speed: 1 } } }, 'options.cube.speed'],
    ['an option that is a list', { options: { cube: { azimuth: [1] } } }, 'options.cube.azimuth'],
    ['an option that cannot be chosen', { options: { sensitivity: { samples: 300 } } }, 'options.sensitivity.samples'],
    ['a column that is no scenario', { options: { scenarios: { nowhere: true } } }, 'options.scenarios.nowhere'],
    ['a language that is not there', { language: 'de' }, 'language'],
    ['too many cells', { cells: 1000 }, 'cells'],
    ['a list', [], 'version'],
  ])('refuses %s', (_, part, place) => {
    const found = Array.isArray(part) ? part : { ...record, ...part };
    expect(() => readRecord(found)).toThrow(Array.isArray(part) ? /state/ : new RegExp(`^${place}`));
  });

  it('says why in Chinese too, with the names as they stand', () => {
    const wrong = (part: object) => {
      try {
        readRecord({ ...record, ...part });
      } catch (error) {
        return linkWords(error, 'zh-CN');
      }
      throw new Error('not refused');
    };
    expect(wrong({ cells: 1000 })).toBe('cells：得到 1000，应为 5 至 101 之间的数');
    expect(wrong({ view: 'admin' })).toMatch(/^view：得到 "admin"，应为 以下之一：overview, /);
    for (const part of [
      { set: [] },
      { set: { tau: 'x' } },
      { x: { name: 'p', from: 1, to: 0 } },
      { version: 1 },
      { paths: null },
      { delta: 0 },
    ]) {
      expect(wrong(part)).not.toMatch(/\b(a|an|the|found|expected|number|object|lower|page|of)\b/);
    }
  });

  it('never fails in another way, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom(...Object.keys(record), '__proto__', 'text'), maxDepth: 3 }),
        (part) => {
          try {
            readRecord({ ...record, ...part });
          } catch (error) {
            expect((error as Error).name).toBe('RecordError');
          }
        },
      ),
    );
  });
});

describe('readGameOf', () => {
  it('brings the game of a record back whose other entries are not understood', () => {
    const own = stateOfGame(`${bundledGameText('hawk-dove')}# mine\n`);
    const kept = { ...writeRecord({ ...own, cells: 21 }), ofAnotherVersion: 1 };
    expect(() => readRecord(kept)).toThrow();
    expect(readGameOf(kept)).toEqual(own);
  });
});
