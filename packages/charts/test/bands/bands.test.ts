import { describe, expect, it } from 'vitest';
import { bands } from '../../src/bands/bands.js';
import { renderSvg } from '../../src/render/svg.js';
import { frozen } from '../frozen.js';
import { expectPicture } from '../picture.js';
import { texts } from '../pixels.js';
import { bandsSample } from '../samples.js';

describe('bands', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => bands(frozen(bandsSample(41)), size), 'bands');
  });

  it('has one panel per player and one line per share', () => {
    const sample = bandsSample(11);
    const input = { ...sample, shares: [...sample.shares, { ...sample.shares[0]!, name: 'A.wait' }] };
    const { option } = bands(frozen(input));
    expect(option.grid).toHaveLength(3);
    const lines = [option.series].flat().filter((series) => series?.type === 'line');
    expect(lines.map((series) => [series!.name, series!.xAxisIndex])).toEqual([
      ['A.share', 0],
      ['A.wait', 0],
      ['B.share', 1],
      ['M.coordinate', 2],
    ]);
  });

  it('starts a new row after three players', async () => {
    const input = bandsSample(11);
    const four = [...input.shares, { ...input.shares[0]!, player: 'X', name: 'X.share', playerTitle: 'Fourth' }];
    const description = bands({ ...input, shares: four });
    expect(description.height).toBeGreaterThan(bands(input).height);
    expect(texts(await renderSvg(description))).toContain('Fourth');
  });

  it('draws single paths and the path without noise, and says so in the key', async () => {
    const input = bandsSample(11);
    const [first, ...others] = input.shares;
    const shares = [{ ...first!, still: first!.q25, paths: [first!.q10, first!.q90] }, ...others];
    const description = bands(frozen({ ...input, shares }));
    const lines = [description.option.series].flat().filter((series) => series?.type === 'line');
    expect(lines).toHaveLength(input.shares.length + 3);
    expect(texts(await renderSvg(description))).toEqual(expect.arrayContaining(['without noise', 'single paths']));
    expect(() => bands({ ...input, shares: [{ ...first!, paths: [[0.5]] }] })).toThrow('path 0 of "A.share"');
  });

  it('speaks the language that it is given', async () => {
    const words = { time: '时间', meanOf: '{share} 的均值', bandsSummary: '从 {from} 到 {to}：{ends}' };
    const description = bands(frozen({ ...bandsSample(11), words }));
    expect(texts(await renderSvg(description))).toEqual(expect.arrayContaining(['时间', 'A.share 的均值', 'Share']));
    expect(description.summary).toMatch(/^从 0 到 /);
  });

  it('leaves its title to the page around it, and keeps it in words', async () => {
    const input = { ...bandsSample(11), title: 'Whole title', caption: 'Small print' };
    const [whole, bare] = [bands(input), bands({ ...input, bare: true })];
    const svg = await renderSvg(bare);
    expect(texts(svg)).not.toEqual(expect.arrayContaining(['Whole title']));
    expect(texts(await renderSvg(whole))).toEqual(expect.arrayContaining(['Whole title', 'Small print']));
    expect(svg).toContain('<title>Whole title</title>');
  });

  it('says what is wrong with its lists', () => {
    const input = bandsSample(11);
    expect(() => bands({ ...input, shares: [] })).toThrow('at least one share');
    expect(() => bands({ ...input, times: [0] })).toThrow('at least two times');
    expect(() => bands({ ...input, times: input.times.toReversed() })).toThrow('times must increase');
    const short = [{ ...input.shares[0]!, q25: [] }];
    expect(() => bands({ ...input, shares: short })).toThrow('q25 of "A.share" has 0 entries, but there are 11 times');
  });
});
