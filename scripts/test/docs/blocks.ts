/**
 * Markdown to what a reader would try: fenced blocks and links. Owns how a block is marked; runs nothing.
 *
 * A comment on the line before a block says what a reader cannot see:
 * `run: --paths 500` options that make the commands of a shell block quick; `run: fails` commands that exit with 2;
 * `file: shop.game.yaml` the name under which a game is there for later commands;
 * `output` the text that the block before printed, a line `...` standing for any lines.
 */

export interface Block {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Word after the fence, such as `ts`; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Options of a `run` mark, or ''. */
  readonly run: string;
  /** Name of a `file` mark. */
  readonly file?: string;
  /** What the block is said to print, from an `output` block that follows it. */
  readonly output?: string;
}

const fence = /^( *)```(\w*)$/;
const mark = /^<!-- (run|file|output)(?:: (.+))? -->$/;

/** Throws where a fence is not closed, a mark stands before nothing, or an output follows nothing. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const marked = mark.exec(lines[i].trim());
    const opened = fence.exec(lines[marked ? i + 1 : i] ?? '');
    if (!opened) {
      if (marked) throw new Error(`line ${i + 1}: a mark that no block follows`);
      continue;
    }
    const start = marked ? i + 1 : i;
    const end = lines.findIndex((line, at) => at > start && line === `${opened[1]}\`\`\``);
    if (end < 0) throw new Error(`line ${start + 1}: a block that is not closed`);
    const text = lines.slice(start + 1, end).map((line) => `${line.slice(opened[1].length)}\n`);
    i = end;
    if (marked?.[1] === 'output') {
      const before = blocks.pop();
      if (!before) throw new Error(`line ${start}: output of no block`);
      blocks.push({ ...before, output: text.join('') });
    } else {
      const file = marked?.[1] === 'file' ? { file: marked[2] } : {};
      const run = marked?.[1] === 'run' ? marked[2] : '';
      blocks.push({ line: start + 1, language: opened[2], text: text.join(''), run, ...file });
    }
  }
  return blocks;
}

/** Targets of links and images, outside of blocks, that are not addresses on the web. */
export function readLinks(markdown: string): string[] {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target).filter((target) => !/^\w+:/.test(target));
}

/** Anchors of the headings, spelled as GitHub does. */
export function readAnchors(markdown: string): string[] {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
