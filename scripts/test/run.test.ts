import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root, run } from '../run.mjs';

const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, '../run.mjs')).href);

/** Arguments of Node that run one call of run.mjs. */
function calling(name: string, call: string): string[] {
  return ['--input-type=module', '--eval', `import { ${name} } from ${module}; ${call}`];
}

describe('run', () => {
  it('runs in the root and keeps both outputs', async () => {
    const script = 'console.log(process.cwd()); console.error(process.env.GIVEN);';
    const { code, text } = await run(['node', '--eval', script], { output: 'keep', env: { GIVEN: 'yes' } });
    expect(code).toBe(0);
    expect(text.trimEnd().split('\n').sort()).toEqual([root, 'yes'].sort());
  });

  it('returns exit codes, 128 + signal, and 127 with the reason where nothing could be started', async () => {
    expect(await run(['node', '--eval', 'process.exit(3)'])).toEqual({ code: 3, text: '' });
    expect((await run(['node', '--eval', 'process.kill(process.pid, "SIGKILL")'])).code).toBe(137);
    const missing = await run(['no-such-program']);
    expect(missing.code).toBe(127);
    expect(missing.text).toContain('no-such-program');
  });

  it.each([
    ['its exit code', 3, 3],
    ['130 where that is 0', 0, 130],
  ])('passes SIGINT on, lets the program end in its own way, and ends with %s', async (_, own, expected) => {
    const program = `process.on("SIGINT", () => process.exit(${own})); setInterval(() => {}, 1000); console.log("ready");`;
    const call = `await run(['node', '--eval', ${JSON.stringify(program)}]); console.log('went on');`;
    const child = spawn(process.execPath, calling('run', call), { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
    });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([expected, null]);
    expect(output).toBe('ready\n');
  });
});

describe('step', () => {
  it('prints one line where all is well', () => {
    const { stderr, stdout } = spawnSync(
      process.execPath,
      calling('step', "await step('sums', ['node', '--eval', 'console.log(1)']);"),
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^sums \.\.\. \d+\.\d s\n$/);
    expect(stdout).toBe('');
  });

  it('prints the output of a step that fails', () => {
    const { stderr, stdout } = spawnSync(
      process.execPath,
      calling('step', "console.log(await step('sums', ['node', '--eval', 'console.log(7); process.exit(4)']));"),
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^sums \.\.\. failed with exit code 4 after \d+\.\d s\n7\n$/);
    expect(stdout).toBe('false\n');
  });
});
