import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readMessage } from '../../src/message/read-json.js';

const form = {
  name: 'note',
  schema: z.strictObject({ count: z.int().min(0), set: z.record(z.string(), z.number()).optional() }),
  longest: 100,
};
const read = (text: unknown) => () => readMessage(form, text);

describe('readMessage', () => {
  it('reads what fits', () => {
    expect(read('{"count":3,"set":{"tau":0.5}}')()).toEqual({ count: 3, set: { tau: 0.5 } });
  });

  it.each([
    [{ count: 3 }, 'it is an object where text is expected'],
    [null, 'it is null where text is expected'],
    [`{"count":3}${' '.repeat(100)}`, 'it has 111 characters, and at most 100 are expected'],
    ['{"count":3', 'it is not JSON'],
    ['{"count":-1}', 'count: '],
    ['{"count":1e999}', 'count: '],
    ['{"count":3,"more":1}', 'Unrecognized key: "more"'],
    ['[3]', 'the whole: '],
    ['{"count":3,"__proto__":{"polluted":1}}', 'a key "__proto__", which no message has'],
    ['{"count":3,"set":{"__proto__":1}}', 'a key "__proto__", which no message has'],
    ['{"count":3,"set":{"constructor":1}}', 'a key "constructor", which no message has'],
    ['{"count":3,"set":{"prototype":1}}', 'a key "prototype", which no message has'],
  ])('refuses %j', (text, found) => {
    expect(read(text)).toThrow(found);
    expect(read(text)).toThrow(/^an entry in the queue is no note of this trilogue: /);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
