/**
 * `trilogue studio`: serves the web page on this machine until it is stopped.
 */
import type { Command } from 'commander';
import { whole } from '../options/number.js';
import { addJsonOption } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';
import { serveSite, siteFolder } from '../studio/serve.js';

const defaultPort = 8610;

const more = `
The page computes in the browser (WebGPU, WebGL2 or WebAssembly); this server only hands out its files, and to this machine
alone. The same files can be put on any web host.

Example: at another port
  trilogue studio --port 8080

Example: for a program that wants to know where
  trilogue studio --port 0 --json`;

export function addStudio(program: Command, terminal: Terminal): void {
  const command = program
    .command('studio')
    .summary('the web page: change parameters and see at once')
    .description('Serves the web page at an address on this machine until it is stopped with Ctrl-C.')
    .option('--port <N>', 'port on 127.0.0.1; 0 takes a free one', whole(0, 65_535), defaultPort);
  addJsonOption(command).addHelpText('after', more);
  command.action(async ({ port, json }: { port: number; json?: boolean }) => {
    const { url, close } = await serveSite(siteFolder(), port);
    terminal.print(json ? JSON.stringify({ url }) : `The studio is at ${url} (Ctrl-C stops it).`);
    await new Promise<void>((resolve) => terminal.signal.addEventListener('abort', () => resolve(), { once: true }));
    await close();
    terminal.signal.throwIfAborted();
  });
}
