/** Ctrl-C is heard whatever the process does: it waits for a file, it computes without a pause, it does not stop. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratch, start } from './trilogue.js';

const folder = scratch();

describe.skipIf(process.platform === 'win32')('a signal', { timeout: 60_000 }, () => {
  it('ends a command that waits for a file that nobody writes', async () => {
    const pipe = join(folder, 'pipe.game.yaml');
    execFileSync('mkfifo', [pipe]);
    const { child, ended } = start(['check', pipe], undefined, 30_000);
    await pause(1500);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: null, stdout: '' });
    expect(child.signalCode).toBe('SIGINT');
  });

  it('stops one path of millions of steps on the slow backend in good order', async () => {
    const job = ['simulate', 'data-sharing', '--backend', 'reference', '--paths', '1', '--dt', '2e-6'];
    const { child, ended } = start(job, undefined, 30_000);
    await pause(3000);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: 'stopped\n' });
  });

  it('ends at once when it comes again and the first was of no use', async () => {
    const script = join(folder, 'stubborn.mjs');
    const watch = pathToFileURL(join(import.meta.dirname, '..', 'dist', 'interruption.js')).href;
    const pipe = join(folder, 'never');
    execFileSync('mkfifo', [pipe]);
    // it hears the signal and goes on, waiting for the operating system
    writeFileSync(
      script,
      [
        `import { open } from 'node:fs/promises';`,
        `import { watchSignals } from ${JSON.stringify(watch)};`,
        `watchSignals().signal().addEventListener('abort', () => process.stdout.write('heard'));`,
        `process.stdout.write('ready');`,
        `await open(${JSON.stringify(pipe)});`,
      ].join('\n'),
    );
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 30_000,
      killSignal: 'SIGKILL',
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    const until = async (words: string) => {
      while (!text.includes(words)) await pause(20);
    };
    await until('ready');
    child.kill('SIGINT');
    await until('heard');
    await pause(800);
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    expect(child.signalCode).toBe('SIGINT');
  });
});
