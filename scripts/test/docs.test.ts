/**
 * The documentation tells the truth: snippets compile and run, commands succeed, games are games, shown outputs are the
 * real ones, and links lead somewhere. Each document is followed from top to bottom in a folder of its own.
 * With UPDATE_GOLDEN=1 figures that differ are written anew, and outputs, one in each run and document.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, omission, outputPattern, readAnchors, readBlocks, readLinks } from './docs/blocks.js';
import { placeOf, withoutVersion } from './docs/figures.js';
import { isWhole, withPart } from './docs/games.js';
import { faultsOfOthers, isOurs, scriptOf } from './docs/shell.js';
import { compileSnippets, type Snippet } from './docs/snippets.js';

const root = join(import.meta.dirname, '../..');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
  ...['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name, 'README.md')),
  ),
]
  // `docs/reference` is made from the code for the site, and from the readme files that are here already.
  .filter((file) => file.endsWith('.md') && !file.startsWith(join('docs', 'reference')) && existsSync(join(root, file)))
  .map((file) => {
    const markdown = readFileSync(join(root, file), 'utf8');
    return { file, markdown, blocks: readBlocks(markdown) };
  });

const isSnippet = ({ language, same }: Block) => same === undefined && (language === 'ts' || language === 'js');
const batteries = process.env.TRILOGUE_BATTERIES === '1';
const isCut = ({ long }: Block) => long !== undefined && !batteries;
/** Commands that run paths get few of them, unless what they print or draw is shown. */
function scriptOfBlock(block: Block): string {
  const { run, long = '', output, figures, text } = block;
  if (run === 'fails') return scriptOf(text, '');
  const own = isCut(block) ? long : run;
  const usual = own === '' && output === undefined && figures === undefined;
  return usual ? scriptOf(text, '--paths 200', true) : scriptOf(text, own);
}
const nameOf = (file: string, { line }: Block) => `${file.replaceAll(/\W/g, '-')}-${line}`;

let folder: string;
let compilerFaults: string[];
beforeAll(() => {
  mkdirSync(join(root, '.trilogue'), { recursive: true });
  // below the root, where the packages are found
  folder = mkdtempSync(join(root, '.trilogue', 'docs-'));
  const snippets = documents.flatMap(({ file, blocks }) =>
    blocks.filter(isSnippet).map((block): Snippet => {
      return { name: nameOf(file, block), language: block.language === 'ts' ? 'ts' : 'js', text: block.text };
    }),
  );
  compilerFaults = compileSnippets(snippets, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has snippets that compile', () => {
  expect(documents.length).toBeGreaterThan(10);
  expect(compilerFaults).toEqual([]);
});

describe.each(documents)('$file', ({ file, markdown, blocks }) => {
  let place: string;
  let game = '';
  beforeAll(() => {
    place = mkdtempSync(join(folder, 'reader-'));
    symlinkSync(join(root, 'examples'), join(place, 'examples'));
  });

  it('has links that lead somewhere', () => {
    const dead = readLinks(markdown).filter((link) => {
      const [path, anchor] = link.split('#');
      const target = path === '' ? join(root, file) : join(root, dirname(file), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !readAnchors(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  for (const block of blocks) {
    const title = `line ${block.line}: ${block.language} ${block.text.split('\n')[0]}`;
    if (block.same) {
      const shown = join(root, block.same);
      it(title, () => expect(block.text).toBe(readFileSync(shown, 'utf8')));
    } else if (isSnippet(block)) {
      it(title, () => run([process.execPath, join(folder, 'out', `${nameOf(file, block)}.js`)], block));
    } else if (block.language === 'yaml') {
      it(title, () => {
        if (block.run !== 'fails') game = isWhole(block.text) ? block.text : withPart(game, block.text);
        const name = block.file ?? 'shown.game.yaml';
        writeFileSync(join(place, name), block.file ? block.text : game);
        if (block.run !== 'fails') run(['bash', '-c', scriptOf(`trilogue check ${name}`, '')], block);
      });
    } else if (block.language === 'json') it(title, () => void JSON.parse(block.text));
    else if (block.language === 'sh' && isOurs(block.text)) {
      it(title, { timeout: 600_000 }, () => {
        run(['bash', '-c', scriptOfBlock(block)], block);
        if (!isCut(block)) block.figures?.forEach(compareFigure);
      });
    } else if (block.language === 'sh') it(title, () => expect(faultsOfOthers(block.text)).toEqual([]));
  }

  /** Runs what a block says, and compares with the output that is shown. */
  function run([program, ...args]: readonly string[], block: Block): void {
    const { run: mark, output, outputLine = 0 } = block;
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: place, encoding: 'utf8', timeout: 600_000 });
    expect(status, stderr).toBe(mark === 'fails' ? 2 : 0);
    if (output === undefined || isCut(block)) return;
    const printed = mark === 'fails' ? stderr : stdout;
    if (process.env.UPDATE_GOLDEN && !output.includes(omission)) write(outputLine, output, printed);
    else expect(printed).toMatch(outputPattern(output));
  }

  /** A figure that the page shows is the one that its command drew. */
  function compareFigure(figure: string): void {
    const drawn = readFileSync(join(place, figure), 'utf8');
    const kept = placeOf(file, figure);
    expect(readLinks(markdown), `${kept} is not shown`).toContain(relative(dirname(file), kept));
    const same =
      existsSync(join(root, kept)) && withoutVersion(readFileSync(join(root, kept), 'utf8')) === withoutVersion(drawn);
    if (!same && process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(join(root, kept)), { recursive: true });
      writeFileSync(join(root, kept), drawn);
    } else expect(same, `${kept} is not what the command draws`).toBe(true);
  }

  /** Puts what was printed in the place of an output; the lines after it move, so one output is written in a run. */
  function write(line: number, output: string, printed: string): void {
    if (output === printed) return;
    const lines = markdown.split('\n');
    lines.splice(line, output.split('\n').length - 1, ...printed.trimEnd().split('\n'));
    writeFileSync(join(root, file), lines.join('\n'));
    throw new Error(`the output at line ${line} was written anew; run again`);
  }
});
