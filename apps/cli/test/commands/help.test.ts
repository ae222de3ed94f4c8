import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trilogue } from '../trilogue.js';

const commands = [
  ...[
    'check',
    'simulate',
    'sweep',
    'sensitivity',
    'recommend',
    'figure',
    'export',
    'worker',
    'verify',
    'studio',
    'backends',
    'init',
  ],
];

describe('help', () => {
  it('lists every command and the exit codes', async () => {
    const { code, stdout, stderr } = await trilogue(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('130');
  });

  it.each(commands)('of %s has an example', async (command) => {
    const { code, stdout } = await trilogue([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Example[^]*trilogue ${command} `.replace('[^]', '(?:.|\\n)')));
    expect(stdout).toContain('--json');
  });

  it('--version is the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await trilogue(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
