import { describe, expect, it } from 'vitest';
import { outputPattern, readAnchors, readBlocks, readLinks } from './blocks.js';

const fence = '```';

describe('readBlocks', () => {
  it('finds blocks with their lines, marks and outputs', () => {
    const markdown = [
      '# Title',
      '<!-- file: a.game.yaml -->',
      '<!-- run: fails -->',
      `${fence}yaml`,
      'game: a',
      fence,
      '<!-- long: --samples 8 -->',
      '<!-- same: examples/a.sh -->',
      '<!-- figures: map/heatmap.svg out/bands.svg -->',
      `  ${fence}sh`,
      '  trilogue check a',
      `  ${fence}`,
      '<!-- output -->',
      fence,
      'shown',
      fence,
    ].join('\n');
    expect(readBlocks(markdown)).toEqual([
      { line: 4, language: 'yaml', text: 'game: a\n', run: 'fails', file: 'a.game.yaml' },
      {
        ...{
          line: 10,
          language: 'sh',
          text: 'trilogue check a\n',
          run: '',
          long: '--samples 8',
          same: 'examples/a.sh',
        },
        ...{ figures: ['map/heatmap.svg', 'out/bands.svg'], output: 'shown\n', outputLine: 14 },
      },
    ]);
  });

  it.each([
    ['a fence that is not closed', `${fence}ts\nlet x;`],
    ['a mark that no block follows', '<!-- run: fails -->\ntext'],
    ['an output of nothing', `<!-- output -->\n${fence}\nshown\n${fence}`],
  ])('refuses %s', (_, markdown) => {
    expect(() => readBlocks(markdown)).toThrow(/^line \d+: /);
  });
});

describe('readLinks', () => {
  it('finds targets in prose, not in code, and no addresses', () => {
    const markdown = `[a](b.md#c) ![d](e.svg) [f](https://g.example) \`[h](i)\`\n${fence}\n[j](k)\n${fence}\n`;
    expect(readLinks(markdown)).toEqual(['b.md#c', 'e.svg']);
  });

  it('spells anchors as they are linked', () => {
    expect(readAnchors(`# At 0 and 1, in \`time\`\n${fence}sh\n# no heading\n${fence}\n## B\n`)).toEqual([
      'at-0-and-1-in-time',
      'b',
    ]);
  });
});

describe('outputPattern', () => {
  it('takes text literally, and three dots for any lines', () => {
    expect('a (1.5)\nb\nc\nd\n').toMatch(outputPattern('a (1.5)\n...\nd\n'));
    expect('a\nd\n').toMatch(outputPattern('a\n...\nd\n'));
    expect('a (1x5)\nd\n').not.toMatch(outputPattern('a (1.5)\n...\nd\n'));
    expect('a\nd\ne\n').not.toMatch(outputPattern('a\n...\nd\n'));
  });
});
