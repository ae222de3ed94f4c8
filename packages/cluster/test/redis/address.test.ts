import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/redis/address.js';

describe('readAddress', () => {
  it.each([
    ['redis://127.0.0.1', { host: '127.0.0.1', port: 6379, database: 0, tls: false, shown: 'redis://127.0.0.1:6379' }],
    ['rediss://queue.example:7000/3', { host: 'queue.example', port: 7000, database: 3, tls: true }],
    ['redis://[::1]:7000', { host: '::1', shown: 'redis://[::1]:7000' }],
    ['redis://:p%40ss%2F@h', { username: undefined, password: 'p@ss/', shown: 'redis://h:6379' }],
    ['redis://me:secret@h', { username: 'me', password: 'secret', shown: 'redis://h:6379' }],
  ])('%s', (text, expected) => {
    expect(readAddress(text)).toMatchObject(expected);
  });

  it.each([
    ['localhost:6379', 'it begins with "localhost://"'],
    ['queue', 'it cannot be read as an address'],
    ['http://h', 'it begins with "http://"'],
    ['redis://h/x', '"x" is no number of a database'],
    ['redis://h/0?a=1', 'something follows the database'],
    ['redis://:100%@h', 'write it %25'],
    ['redis://', 'it names no host'],
  ])('refuses %s without repeating a password', (text, found) => {
    expect(() => readAddress(text)).toThrow(found);
    expect(() => readAddress(text)).toThrow(/Expected redis:\/\/\[USER:PASSWORD@\]HOST/);
    expect(() => readAddress(text)).not.toThrow(/100%@/);
  });
});
