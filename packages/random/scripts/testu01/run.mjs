/**
 * Compiles the driver against a TestU01 installation and runs a battery on the streams of this package.
 * Owns the plumbing only. Exits 0 where every statistic is inside [0.001, 0.999], 1 otherwise.
 *
 *   node packages/random/scripts/testu01/run.mjs --testu01 PATH [--battery small|crush]
 *     [--layout path|across|interleaved|all] [--seed TEXT] [--cell C] [--reversed]
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    testu01: { type: 'string' },
    battery: { type: 'string', default: 'small' },
    layout: { type: 'string', default: 'all' },
    seed: { type: 'string', default: 'trilogue' },
    cell: { type: 'string', default: '0' },
    reversed: { type: 'boolean', default: false },
  },
});
if (values.testu01 === undefined) {
  console.error('Say where TestU01 is installed: --testu01 PATH, the folder with include/ and lib/.');
  process.exit(2);
}

const here = fileURLToPath(new URL('.', import.meta.url));
const installation = resolve(values.testu01);
const folder = mkdtempSync(join(tmpdir(), 'testu01-'));
const driver = join(folder, 'driver');
const layouts = values.layout === 'all' ? ['path', 'across', 'interleaved'] : [values.layout];
let worst = 0;
try {
  const lib = join(installation, 'lib');
  const libraries = ['-L', lib, `-Wl,-rpath,${lib}`, '-ltestu01', '-lprobdist', '-lmylib', '-lm'];
  execFileSync('cc', ['-O2', '-o', driver, join(here, 'driver.c'), '-I', join(installation, 'include'), ...libraries], {
    stdio: 'inherit',
  });
  for (const layout of layouts) {
    worst = Math.max(worst, await run(layout));
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(worst);

function run(layout) {
  const name = `Philox4x32-10, seed "${values.seed}", cell ${values.cell}, layout ${layout}`;
  const words = [process.execPath, join(here, 'words.mjs'), layout, values.seed, values.cell];
  const tests = [driver, name, values.battery, values.reversed ? 'reversed' : 'straight'];
  // A pipe of the shell: the two programs then share it without this one in between.
  const script = '"$1" "$2" --layout="$3" --seed="$4" --cell="$5" | "$6" "$7" "$8" "$9"';
  const shell = spawn('sh', ['-c', script, 'sh', ...words, ...tests], { stdio: 'inherit' });
  return new Promise((done, fail) => {
    shell.on('error', fail);
    shell.on('exit', (code) => done(code ?? 1));
  });
}
