/**
 * The script that "Coming from MATLAB" prints, run as it stands there, beside our figures by the same scheme. Owns where it is found and
 * what is compared.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGame } from '@trilogue/core';
import { sweep } from '@trilogue/engine';
import { root } from '../run.mjs';

const paths = 200_000;
/** Standard errors that a probability may differ by: a false alarm has a chance of 6e-7. */
const mostErrors = 5;

/** The block after a mark `file: NAME`. @param {string} name */
function block(name) {
  const page = readFileSync(join(root, 'docs', 'guides', 'matlab.md'), 'utf8');
  const found = page.split(`<!-- file: ${name} -->\n`)[1]?.split('```')[1];
  if (found === undefined) throw new Error(`docs/guides/matlab.md has no block "${name}"`);
  return found.slice(found.indexOf('\n') + 1);
}

/** Its statements but the picture, for which there may be no screen; then the probabilities as one line. */
export function byHandQuestion() {
  const script = block('supply_chain.m')
    .split('\n')
    .filter((line) => !line.startsWith('plot('));
  return `${script.join('\n')}\nprintf('@thetas%s\\n', sprintf(' %.17g', thetas)); printf('@N %d\\n', N); printf('@P%s\\n', sprintf(' %.17g', P));\n`;
}

/**
 * @param {Record<string, number[][]>} octave
 * @returns {Promise<{ name: string, value: number, limit: number }[]>}
 */
export async function compareByHand({ thetas: [thetas], P: [theirs], N: [[n]] }) {
  const { values } = await sweep({
    game: readGame(block('supply-chain.game.yaml')),
    x: { name: 'theta', from: thetas[0], to: thetas.at(-1) ?? Number.NaN, count: thetas.length },
    metric: 'P(open,digitise)',
    ...{ scheme: 'euler', dt: 0.01, paths, seed: 'octave', backend: 'wasm' },
  });
  const errors = theirs.map((their, i) => {
    const ours = Number(values[0][i]);
    const p = (their * n + ours * paths) / (n + paths);
    const error = Math.sqrt(p * (1 - p) * (1 / n + 1 / paths));
    return error === 0 ? 0 : Math.abs(their - ours) / error;
  });
  return [{ name: 'probabilities in standard errors', value: Math.max(...errors), limit: mostErrors }];
}
