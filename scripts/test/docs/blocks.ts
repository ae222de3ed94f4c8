/**
 * Markdown to what a reader would try: fenced blocks and links. Owns how a block is marked; runs nothing.
 *
 * Comments on the lines before a block say what a reader cannot see:
 * `run: --paths 500` options that make the commands of a shell block quick; `run: fails` commands that exit with 2;
 * `long: --samples 64` commands that take long: in `npm test` they get these options, and what they print and draw is compared only where
 * `TRILOGUE_BATTERIES` is 1;
 * `same: examples/page.ts` the file of the repository that the block shows, whole; its own tests run it;
 * `file: shop.game.yaml` the name under which a game is there for later commands;
 * `figures: map/heatmap.svg outcomes/bands.svg` pictures that the block writes, which the page shows: [figures.ts](figures.ts);
 * `output` the text that the block before printed, a line `...` standing for any lines.
 */
import { slug } from '../../../docs/.vitepress/slug.js';

export interface Block {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Word after the fence, such as `ts`; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Options of a `run` mark, or ''. */
  readonly run: string;
  /** Options of a `long` mark. */
  readonly long?: string | undefined;
  /** Files of a `figures` mark. */
  readonly figures?: readonly string[] | undefined;
  /** File of a `same` mark. */
  readonly same?: string | undefined;
  /** Name of a `file` mark. */
  readonly file?: string | undefined;
  /** What the block is said to print, from an `output` block that follows it, and the line of its fence. */
  readonly output?: string;
  readonly outputLine?: number;
}

const fence = /^( *)```(\w*)$/;
const mark = /^<!-- (run|long|same|file|figures|output)(?:: (.+))? -->$/;

/** Throws where a fence is not closed, a mark stands before nothing, or an output follows nothing. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let marks = new Map<string, string>();
  for (let i = 0; i < lines.length; i++) {
    const fault = (what: string) => new Error(`line ${i + 1}: ${what}`);
    const marked = mark.exec(lines[i].trim());
    if (marked) marks.set(marked[1], marked[2] ?? '');
    if (marked) continue;
    const opened = fence.exec(lines[i]);
    if (!opened && marks.size > 0) throw fault('a mark that no block follows');
    if (!opened) continue;
    const [, indent, language] = opened;
    const end = lines.indexOf(`${indent}\`\`\``, i + 1);
    if (end < 0) throw fault('a block that is not closed');
    const text = lines
      .slice(i + 1, end)
      .map((line) => `${line.slice(indent.length)}\n`)
      .join('');
    if (marks.has('output')) {
      const before = blocks.pop();
      if (!before) throw fault('output of no block');
      blocks.push({ ...before, output: text, outputLine: i + 1 });
    } else {
      const [run = '', long, same, file, figures] = ['run', 'long', 'same', 'file', 'figures'].map((name) =>
        marks.get(name),
      );
      blocks.push({ line: i + 1, language, text, run, long, same, file, figures: figures?.split(' ') });
    }
    marks = new Map();
    i = end;
  }
  return blocks;
}

/** What stands for any lines in an output that is shown. */
export const omission = '...\n';

/** A pattern of a whole output as it is shown. */
export function outputPattern(output: string): RegExp {
  const parts = output.split(omission).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(?:.*\\n)*?')}$`);
}

/** Targets of links and images, outside of blocks, that are not addresses on the web. */
export function readLinks(markdown: string): string[] {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target).filter((target) => !/^\w+:/.test(target));
}

/** Anchors of the headings, spelled as GitHub does. */
export function readAnchors(markdown: string): string[] {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading));
}
