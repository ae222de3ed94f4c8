import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../run.mjs';
import { checkLicences } from '../../supply/licences.mjs';

const locked = (license?: string) => ({ 'node_modules/a': { version: '1.0.0', ...(license ? { license } : {}) } });

describe('checkLicences', () => {
  it.each(['MIT', 'MIT OR GPL-3.0', '(AFL-2.1 OR BSD-3-Clause)', 'MIT AND ISC'])('accepts %s', (license) => {
    expect(checkLicences(locked(license)).faults).toEqual([]);
  });

  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN LICENSE', 'UNLICENSED', undefined])(
    'refuses %s',
    (license) => {
      expect(checkLicences(locked(license)).faults).toHaveLength(1);
    },
  );

  it('takes an exception for one package and one licence only', () => {
    const of = (license: string) => ({ 'node_modules/x/node_modules/lightningcss-linux-x64-gnu': { license } });
    expect(checkLicences(of('MPL-2.0'))).toMatchObject({ faults: [], used: new Set(['lightningcss*']) });
    expect(checkLicences(of('GPL-3.0')).faults).toHaveLength(1);
  });

  it('accepts everything that is installed here', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const { count, faults } = checkLicences(lock.packages);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
});
