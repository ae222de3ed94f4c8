/**
 * An empty project that installs one published package and does with it what a user would: import, type-check, bundle for a page,
 * run the README's example. Every function throws with the output of the program that failed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../run.mjs';
import { npm } from './registry.mjs';

/** @typedef {{ folder: string, name: string, env: Record<string, string> }} Consumer */

/**
 * @param {string} folder is made
 * @param {string} name of the package
 * @param {string} version
 * @param {Record<string, string>} env sends npm to the local registry
 * @returns {Consumer}
 */
export function install(folder, name, version, env) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(folder, ['install', `${name}@${version}`], env);
  return { folder, name, env };
}

/** @param {Consumer} consumer @returns {{ megabytes: number, packages: number }} what lies in its node_modules */
export function installSize({ folder, env }) {
  const bytes = filesBelow(join(folder, 'node_modules')).reduce((sum, file) => sum + statSync(file).size, 0);
  const packages = npm(folder, ['ls', '--all', '--parseable'], env).trim().split('\n').length - 1;
  return { megabytes: bytes / 1e6, packages };
}

/** @param {Consumer} consumer @param {string} node @returns {number} how many names the package exports */
export function importIn({ folder, name }, node) {
  const code = `const all = await import(${JSON.stringify(name)}); console.log(Object.keys(all).length);`;
  return Number(run(node, ['--input-type=module', '--eval', code], folder));
}

/**
 * Strictly, with the declaration files themselves checked and without any types of Node's, as Node resolves and as bundlers do.
 *
 * @param {Consumer} consumer
 */
export function typeCheck({ folder, name }) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  writeFileSync(
    join(folder, 'all.ts'),
    `import * as all from '${name}';\nexport const names: readonly (keyof typeof all)[] = Object.keys(all) as (keyof typeof all)[];\n`,
  );
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--skipLibCheck', 'false'];
    options.push('--lib', 'es2023,dom,dom.iterable', '--moduleResolution', moduleResolution);
    run(process.execPath, [tsc, ...options, 'all.ts'], folder);
  }
}

/** @param {Consumer} consumer @returns {number} kB of all scripts of the page that holds the whole package, as gzip sends them */
export function bundleSize({ folder, name }) {
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>x</title><script type="module" src="./page.js"></script>',
  );
  writeFileSync(join(folder, 'page.js'), `import * as all from '${name}';\nglobalThis.all = { ...all };\n`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--outDir', 'page', '--logLevel', 'error'], folder);
  const scripts = filesBelow(join(folder, 'page')).filter((file) => /\.m?js$/.test(file));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1e3;
}

/** @param {Consumer} consumer @param {readonly string[]} packages @returns {void} */
export function add({ folder, env }, packages) {
  if (packages.length > 0) npm(folder, ['install', ...packages], env);
}

/** @param {Consumer} consumer @param {string} node @param {string} example @returns {string} what it printed */
export function runExample({ folder }, node, example) {
  writeFileSync(join(folder, 'example.js'), example);
  return run(node, ['example.js'], folder);
}

/** @param {Consumer} consumer @param {string} node @param {readonly string[]} args @returns {string} what the command printed */
export function runCommand({ folder, name }, node, args) {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  const [script] = Object.values(manifest.bin ?? {});
  return run(node, [join(folder, 'node_modules', name, String(script)), ...args], folder);
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd */
function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 });
  } catch (error) {
    const { stdout = '', stderr = '', message } = /** @type {Error & { stdout?: string, stderr?: string }} */ (error);
    throw new Error(`${message}\n${stdout}${stderr}`);
  }
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
