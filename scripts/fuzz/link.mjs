/**
 * Links of the studio as a stranger may send them: near to right ones in what they hold and in how they are packed. The page reads
 * them as it does here, before anything is computed.
 */
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import fc from 'fast-check';
import { runnerImport } from 'vite';
import { root } from '../run.mjs';

const { readAddress, writeAddress } = await load('address/address.ts');
const { modelOf } = await load('state/model.ts');

/** The page's source, which is built for browsers alone. @param {string} file @returns {Promise<any>} */
async function load(file) {
  const { module } = await runnerImport(join(root, 'apps', 'studio', 'src', file), { logLevel: 'error' });
  return module;
}

const values = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    'x',
    0,
    -0,
    -1,
    0.5,
    1e308,
    5e-324,
    2 ** 53,
    'tau',
    'P(share,share,coordinate)',
  ),
  fc.constantFrom(
    [],
    {},
    [1],
    { a: 1 },
    { from: 1, to: 0 },
    { name: 'tau', from: 0, to: 1 },
    { tolerance: 0 },
    { paths: 3 },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Right far more often than not, so that many records are read whole. */
const rightOr = (/** @type {fc.Arbitrary<unknown>} */ right) =>
  fc.oneof({ weight: 60, arbitrary: right }, { weight: 1, arbitrary: values });
const between = (/** @type {number} */ min, /** @type {number} */ max) => fc.double({ min, max, noNaN: true });
const name = fc.constantFrom('tau', 'p', 'sigma_A', 'initial.A', 'initial.B.share', 'C', 'nothing', 'constructor');
const names = fc.oneof({ weight: 60, arbitrary: name }, { weight: 1, arbitrary: fc.constant('__proto__') });
const axis = rightOr(fc.record({ name, from: between(-3, 0), to: between(0.001, 3) }));
const accuracy = fc.oneof(
  fc.record({ tolerance: between(1e-4, 0.5) }),
  fc.record({ tolerance: fc.constant(null), paths: fc.integer({ min: 1, max: 1e7 }), dt: fc.option(between(1e-3, 1)) }),
);
const options = fc.record(
  {
    cube: rightOr(fc.record({ azimuth: between(-180, 180), elevation: between(-90, 90), noisy: fc.boolean() })),
    evolution: rightOr(fc.record({ paths: fc.constantFrom(0, 5, 10, 20), still: fc.boolean() })),
    scenarios: rightOr(fc.dictionary(fc.constantFrom('file', 'now', 'scenario x'), fc.boolean())),
    recommendation: rightOr(fc.record({ target: between(0, 30), without: fc.string() }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);

/** A record as the page writes it, with some of its entries in other shapes. */
const record = fc.record(
  {
    version: rightOr(fc.constant(2)),
    game: rightOr(fc.constantFrom(...bundledGameNames)),
    text: rightOr(fc.constantFrom(...bundledGameNames.map(bundledGameText), 'players: [', '')),
    scenario: rightOr(fc.constantFrom(null, 'independent', 'nowhere')),
    set: rightOr(fc.dictionary(names, rightOr(between(-3, 3)), { maxKeys: 4 })),
    seed: rightOr(fc.string({ unit: 'binary', maxLength: 20 })),
    delta: rightOr(fc.option(between(0.001, 0.5))),
    scheme: rightOr(fc.constantFrom(null, 'euler', 'weak-2')),
    horizon: rightOr(fc.option(between(0.001, 100))),
    ...{ x: axis, y: axis },
    cells: rightOr(fc.integer({ min: 5, max: 101 })),
    metric: rightOr(fc.constantFrom('P(share,share,coordinate)', 'mean(A.share)', 'T(*,share,*)', 'P(')),
    backend: rightOr(fc.constantFrom('auto', 'wasm')),
    view: rightOr(fc.constantFrom('overview', 'cube', 'recommendation')),
    options: rightOr(options),
    language: rightOr(fc.constantFrom('en', 'zh-CN')),
    theme: rightOr(fc.constantFrom('light', 'dark')),
  },
  { requiredKeys: ['version'] },
);
const whole = fc.tuple(record, accuracy).map(([own, how]) => ({ ...own, ...how }));
const records = fc.oneof(
  { weight: 9, arbitrary: whole },
  fc.tuple(whole, values).map(([own, other]) => ({ ...own, other })),
);

const packed = records.map((entries) => `#s=${deflateRawSync(JSON.stringify(entries)).toString('base64url')}`);
const damaged = fc
  .tuple(packed, fc.nat(), fc.nat({ max: 9 }), fc.string({ unit: 'binary', maxLength: 3 }))
  .map(([link, place, length, piece]) => {
    const at = 3 + (place % (link.length - 2));
    return link.slice(0, at) + piece + link.slice(at + length);
  });

/** @type {readonly import('./targets.mjs').Target[]} */
export const linkTargets = [
  {
    name: 'links of the studio',
    texts: fc.oneof({ weight: 6, arbitrary: packed }, { weight: 2, arbitrary: damaged }, fc.string({ maxLength: 60 })),
    async law(text) {
      const state = await readAddress(text).catch(refused);
      if (!state) return;
      modelOf(state);
      const again = await readAddress(await writeAddress(state));
      if (JSON.stringify(again) !== JSON.stringify(state)) throw new Error('the state goes into another address');
    },
  },
];

/** @param {unknown} error */
function refused(error) {
  if (!(error instanceof Error) || error.name !== 'RecordError') throw error;
  if (!/^.+: found .+; expected .+\.$/s.test(error.message)) throw new Error(`refused with "${error.message}"`);
  return null;
}
