/**
 * What strangers may hand us, each with a generator that is near to what is right and a law that must hold for anything. Owns no time and
 * no number of runs.
 */
import {
  bundledGameNames,
  bundledGameText,
  evaluateExpression,
  GameError,
  parseExpression,
  printExpression,
  readGame,
  writeGame,
} from '@trilogue/core';
import fc from 'fast-check';
import { analysisTargets } from './analysis.mjs';
import { folderTargets } from './folder.mjs';
import { linkTargets } from './link.mjs';
import { queueTargets } from './queue.mjs';

/** Seconds of processor time that no text of these sizes may cost. */
const patience = 5;

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {boolean} [slow] a text takes long, so that there is time for few; default no
 * @property {fc.Arbitrary<string>} texts
 * @property {(text: string) => void | Promise<void>} law throws where it does not hold
 */

const pieces = fc.constantFrom(
  ...[
    'game',
    'players',
    'payoffs',
    'noise',
    'where',
    'A',
    'share',
    'sigma',
    'tau',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '- ',
    '\n',
    '  ',
  ],
  ...[
    '&a ',
    '*a',
    '!!js/function ',
    '|',
    '>',
    '"',
    "'",
    '#',
    '---\n',
    '? ',
    '<<: *a',
    '\t',
    '\u0000',
    '\ufeff',
    '__proto__',
    'constructor',
  ],
  ...[
    '1e999',
    '-0',
    '.nan',
    '.inf',
    '0x10',
    '1_000',
    '~',
    'null',
    'true',
    '2020-01-01',
    '(',
    ')',
    '^',
    '^-',
    '*',
    '/',
    '1e-320',
  ],
);

/** A bundled game with up to eight changes: a part cut out, doubled, or a piece put in. */
const nearGame = fc
  .tuple(
    fc.constantFrom(...bundledGameNames),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.constantFrom('cut', 'double', 'insert'), pieces), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([name, edits]) =>
    edits.reduce((text, [place, length, kind, piece]) => {
      const at = place % (text.length + 1);
      const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
      if (kind === 'insert') return before + piece + part + after;
      return kind === 'cut' ? before + after : before + part + part + after;
    }, bundledGameText(name)),
  );

const tokens = fc
  .array(
    fc.constantFrom(
      ...[
        'x',
        'tau',
        'B.share',
        '2',
        '0.5',
        '1e-3',
        '1e308',
        '(',
        ')',
        '+',
        '-',
        '*',
        '/',
        '^',
        ' ',
        '**',
        '..',
        ';',
        '$',
      ],
      ...['constructor', '__proto__', 'toString', '\u2028', 'ß', '²', '5%', '()', '[0]', '`'],
    ),
    { maxLength: 60 },
  )
  .map((list) => list.join(''));

/** @type {readonly Target[]} */
export const targets = [
  {
    name: 'game files',
    texts: fc.oneof({ weight: 6, arbitrary: nearGame }, fc.string({ unit: 'binary', maxLength: 400 })),
    law(text) {
      const game = refusedOr(() => readGame(text));
      if (!game) return;
      const again = readGame(writeGame(game));
      if (writeGame(again) !== writeGame(game)) throw new Error('what was written reads back to another game');
    },
  },
  {
    name: 'expressions',
    texts: fc.oneof({ weight: 4, arbitrary: tokens }, fc.string({ unit: 'binary', maxLength: 200 })),
    law(text) {
      const expression = refusedOr(() => parseExpression(text));
      if (!expression) return;
      const printed = printExpression(expression);
      if (printExpression(parseExpression(printed)) !== printed) throw new Error(`"${printed}" is not stable`);
      const value = refusedOr(() => evaluateExpression(expression, { x: 0.3, tau: 2, 'B.share': 0.5 }));
      if (value !== undefined && typeof value !== 'number') throw new Error(`evaluates to a ${typeof value}`);
    },
  },
  ...queueTargets,
  ...folderTargets,
  ...linkTargets,
  ...analysisTargets,
];

/**
 * The law of a target, and that it costs little.
 *
 * @param {Target} target
 * @param {string} text
 */
export async function hold({ law }, text) {
  const start = process.cpuUsage();
  await law(text);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > patience) throw new Error(`took ${seconds.toFixed(1)} s of processor time`);
}

/**
 * @template T
 * @param {() => T} read
 * @returns {T | undefined} undefined where it was refused in the one way that is allowed: faults with words
 */
function refusedOr(read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GameError)) throw error;
    if (error.faults.length === 0 || error.faults.some(({ found, expected }) => !found || !expected)) {
      throw new Error('refused without saying what was found and expected');
    }
    return undefined;
  }
}
