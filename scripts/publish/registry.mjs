/**
 * A registry of our own for one test: verdaccio on a free port of 127.0.0.1, in a temporary folder, which takes what we publish and passes
 * on what others published. Owns the one rule that matters: nothing is ever published elsewhere.
 */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { npmCommand, root } from '../run.mjs';

const home = join(root, 'tools', 'registry');

/**
 * @typedef {object} Registry
 * @property {string} url
 * @property {Record<string, string>} env for npm: this registry for every package, and no settings of the user's
 * @property {() => Promise<void>} stop
 */

/** @param {string} url @throws Error where it is any other than a registry on 127.0.0.1 */
export function refuseOtherRegistry(url) {
  const { protocol, hostname, port } = new URL(url);
  if (protocol === 'http:' && hostname === '127.0.0.1' && port !== '') return;
  throw new Error(
    `The test publishes to http://127.0.0.1:PORT and nowhere else, and npm would publish to ${url}. ` +
      'Nothing was published. Unset npm_config_registry and publishConfig.registry, and run again.',
  );
}

/**
 * Asks npm itself where it would publish each package, and refuses unless that is our registry.
 *
 * @param {string} folder where npm would run
 * @param {readonly import('../workspaces.mjs').Workspace[]} packages
 * @param {Registry} registry
 */
export function refuseElsewhere(folder, packages, { url, env }) {
  for (const { name, manifest } of packages) {
    const scope = name.startsWith('@') ? name.split('/')[0] : undefined;
    const asked = scope ? [`${scope}:registry`, 'registry'] : ['registry'];
    const found = asked
      .map((key) => npm(folder, ['config', 'get', key], env).trim())
      .filter((value) => value !== 'undefined');
    const published = Object.entries(manifest.publishConfig ?? {}).filter(([key]) => key.endsWith('registry'));
    for (const target of [...found, ...published.map(([, value]) => String(value))]) {
      refuseOtherRegistry(target);
      if (new URL(target).origin !== new URL(url).origin) {
        throw new Error(`${name} would go to ${target}, not to ${url}. Nothing was published.`);
      }
    }
  }
}

/**
 * @param {string} folder an empty folder for its storage and its log
 * @returns {Promise<Registry>} once it answers
 */
export async function startRegistry(folder) {
  const verdaccio = join(home, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
  if (!existsSync(verdaccio)) npm(home, ['ci'], {});
  const url = `http://127.0.0.1:${await freePort()}/`;
  refuseOtherRegistry(url);
  const others = npm(root, ['config', 'get', 'registry'], {}).trim();
  mkdirSync(folder, { recursive: true });
  const ours = '    access: $all\n    publish: $all\n    unpublish: $all\n';
  writeFileSync(
    join(folder, 'config.yaml'),
    `storage: ./storage
web: { enable: false }
auth: { htpasswd: { file: ./htpasswd } }
uplinks: { others: { url: '${others}', timeout: 120s, maxage: 60m, cache: true } }
packages:
  '@trilogue/*':
${ours}  'trilogue':
${ours}  '**':
    access: $all
    proxy: others
max_body_size: 100mb
log: { type: stdout, format: json, level: warn }
`,
  );
  // npm publishes only where it has a token; this one opens nothing.
  const npmrc = join(folder, 'npmrc');
  writeFileSync(npmrc, `registry=${url}\n@trilogue:registry=${url}\n//${new URL(url).host}/:_authToken=anyone\n`);
  const server = spawn(process.execPath, [verdaccio, '--config', join(folder, 'config.yaml'), '--listen', url], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => server.kill();
  process.once('exit', endWithUs);
  const log = join(folder, 'log.txt');
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => appendFileSync(log, part));
  const stop = () =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      process.off('exit', endWithUs);
      if (server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('close', () => resolve());
      server.kill();
    });
  try {
    await answers(url, server);
  } catch (error) {
    await stop();
    throw new Error(
      `${error instanceof Error ? error.message : error}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`,
    );
  }
  const env = {
    npm_config_registry: url,
    'npm_config_@trilogue:registry': url,
    npm_config_userconfig: npmrc,
    npm_config_globalconfig: join(folder, 'none'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  return { url, env, stop };
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export function npm(folder, args, env) {
  const [program, ...first] = npmCommand;
  return execFileSync(program, [...first, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} url @param {import('node:child_process').ChildProcess} server */
async function answers(url, server) {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`verdaccio ended with exit code ${server.exitCode}.`);
    const answer = await fetch(`${url}-/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('verdaccio did not answer within two minutes.');
}
