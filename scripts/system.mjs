/**
 * What the tests need from the operating system: one list; with the argument `octave` what the comparison with Octave needs. Installs what is missing where Debian's package manager may be used
 * without a question; otherwise says in one line what to install and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './run.mjs';

const { platform, env } = process;
const chromiumPlaces = JSON.parse(
  readFileSync(join(root, 'internal', 'testing', 'src', 'browser', 'chromium-places.json'), 'utf8'),
);

/**
 * `needed`: whether a test fails without it. The others are brought along where that is easy.
 * @type {{ name: string, debian: string, needed: boolean, found: () => boolean }[]}
 */
const ofTests = [
  {
    name: 'Chromium or Chrome (or set CHROME_PATH to one)',
    debian: 'chromium',
    needed: true,
    found: () => (env.CHROME_PATH ? [env.CHROME_PATH] : (chromiumPlaces[platform] ?? [])).some(existsSync),
  },
  {
    name: 'the Vulkan loader',
    debian: 'libvulkan1',
    needed: platform === 'linux',
    found: () =>
      ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) =>
        existsSync(join(folder, 'libvulkan.so.1')),
      ),
  },
  {
    name: 'the DejaVu fonts',
    debian: 'fonts-dejavu-core',
    needed: platform === 'linux',
    found: () => hasFont(/DejaVuSans\.ttf$/),
  },
  // Pictures of the page in Chinese are boxes without it.
  {
    name: 'a Chinese font',
    debian: 'fonts-wqy-microhei',
    needed: false,
    found: () => platform !== 'linux' || hasFont(/wqy|noto.*cjk|droid.*fallback/i),
  },
  { name: 'Redis', debian: 'redis-server', needed: true, found: () => onPath('redis-server') },
  { name: 'OpenSSL', debian: 'openssl', needed: true, found: () => onPath('openssl') },
  // Faults of networks are left out, with a line that says so, where it is missing.
  { name: 'iproute2', debian: 'iproute2', needed: false, found: () => existsSync('/usr/sbin/ip') || onPath('ip') },
];

/** @type {typeof ofTests} */
const ofOctave = [{ name: 'GNU Octave', debian: 'octave', needed: true, found: () => onPath('octave-cli') }];
const things = process.argv[2] === 'octave' ? ofOctave : ofTests;

if (things === ofTests && env.CHROME_PATH && !existsSync(env.CHROME_PATH)) {
  fail(`CHROME_PATH is ${env.CHROME_PATH}, but there is no such file. Set it to a Chromium or Chrome, or unset it.`);
} else {
  const missing = things.filter(({ found }) => !found());
  const problem = missing.length > 0 && canInstall() ? install(missing.map(({ debian }) => debian)) : '';
  const still = missing.filter(({ needed, found }) => needed && !found());
  if (still.length > 0) {
    const hint = onPath('apt-get') ? ` (apt-get install ${still.map(({ debian }) => debian).join(' ')})` : '';
    fail(
      `${problem}Missing: ${still.map(({ name }) => name).join(', ')}${hint}. Install and run the same command again.`,
    );
  }
}

/** @param {string} line */
function fail(line) {
  console.error(line);
  process.exitCode = 1;
}

/** @param {RegExp} pattern */
function hasFont(pattern) {
  const folder = '/usr/share/fonts';
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => pattern.test(String(file)));
}

/** @param {string} program */
function onPath(program) {
  return (env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function canInstall() {
  if (!onPath('apt-get')) return false;
  return process.getuid?.() === 0 || (onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0);
}

/**
 * @param {string[]} packages
 * @returns {string} what the package manager complained of, or ''
 */
function install(packages) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const command of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const [program, ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...command];
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) return `apt-get ${command[0]} failed: ${stderr.trim()}\n`;
  }
  return '';
}
