/** Changes to a text of JSON that leave it JSON: values replaced or removed, keys added, with what is unlikely and what is hostile. */
import fc from 'fast-check';

const hostile = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    'x',
    -1,
    0,
    -0,
    0.5,
    1e308,
    5e-324,
    2 ** 31,
    2 ** 53,
    65_537,
    'wasm',
    'cells',
    'trial',
  ),
  fc.constantFrom(
    [],
    {},
    [[0, 65_536]],
    [
      [0, 1],
      [0, 1],
    ],
    [[9_999_999, 2]],
    ['__proto__'],
    { toString: 1 },
  ),
  fc.constantFrom('A'.repeat(4_000), '//////8=', '='.repeat(9), '\ud800', '\u0000', 'f'.repeat(64)),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'kind', 'order', 'more', '0', 'length');

/**
 * A text with one of its values replaced or removed, or with one more key.
 *
 * @param {string} text
 * @param {readonly [place: number, kind: string, value: unknown, key: string]} edit
 */
export function edited(text, [place, kind, value, key]) {
  const whole = JSON.parse(text);
  /** @type {[holder: any, key: string][]} */
  const places = [];
  const walk = (/** @type {any} */ holder) => {
    for (const name of Object.keys(holder)) {
      places.push([holder, name]);
      if (typeof holder[name] === 'object' && holder[name] !== null) walk(holder[name]);
    }
  };
  walk(whole);
  if (places.length === 0) return text;
  const [holder, name] = places[place % places.length] ?? [whole, ''];
  if (kind === 'remove') delete holder[name];
  else if (kind === 'replace') holder[name] = value;
  else if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(whole);
}

export const edits = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('remove', 'replace', 'replace', 'add'), hostile, keys),
  {
    maxLength: 4,
  },
);
