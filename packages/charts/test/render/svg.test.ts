import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { bands } from '../../src/bands/bands.js';
import { curve } from '../../src/curve/curve.js';
import { heatmap } from '../../src/heatmap/heatmap.js';
import { outcomeBars } from '../../src/outcomes/outcome-bars.js';
import { renderSvg } from '../../src/render/svg.js';
import { hostileCharts } from '../hostile.js';
import { parse, texts } from '../pixels.js';
import { bandsSample, curveSample, outcomesSample, sweepSample } from '../samples.js';

const shape = { columns: 5, rows: 4, paths: 100 };
const hostile = '<script>alert(1)</script> & "x" \' ]]> {a|b} url(#zr0-c0) \u0000\u001b</text></svg>';
const harmless = '<script>alert(1)</script> & "x" \' ]]> {a|b} url(#zr0-c0) </text></svg>';

describe('renderSvg', () => {
  it('gives the same bytes for the same description, whatever was drawn before', async () => {
    const first = await renderSvg(heatmap(sweepSample(shape)));
    await renderSvg(bands(bandsSample(5)));
    expect(await renderSvg(heatmap(sweepSample(shape)))).toBe(first);
  });

  it('gives pictures that share a page ids of their own', async () => {
    const svgs = await Promise.all([renderSvg(curve(curveSample(5, 100))), renderSvg(bands(bandsSample(5)))]);
    const [a, b] = svgs.map((svg) => new Set([...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)));
    expect(a!.size * b!.size).toBeGreaterThan(0);
    expect([...a!].every((id) => !b!.has(id))).toBe(true);
    for (const svg of svgs) {
      for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(`id="${id}"`);
    }
  });

  it('carries its title and content in words', async () => {
    const svg = await renderSvg(heatmap(sweepSample(shape)));
    expect(svg).toContain('<title>Cross-department data sharing: probability of full sharing</title>');
    expect(svg).toContain('5 x 4 cells, values from 0 to 1.</desc>');
  });

  it('scales the finished picture to another size', async () => {
    const description = curve(curveSample(5, 100));
    const svg = await renderSvg(description, { width: 360, height: 230 });
    expect(svg).toContain('width="360" height="230" viewBox="0 0 720 460"');
  });

  it('lays the chart out for the size that the chart function was given', async () => {
    const svg = await renderSvg(curve(curveSample(5, 100), { width: 500, height: 400 }));
    expect(svg).toContain('width="500" height="400" viewBox="0 0 500 400"');
  });

  it('draws markup in any text as text', async () => {
    const sweep = sweepSample(shape);
    const evolution = bandsSample(5);
    const outcomes = outcomesSample();
    const names = { name: hostile, title: hostile };
    const heading = { title: hostile, subtitle: hostile, caption: hostile };
    const metric = { ...sweep.metric, ...names };
    const wide = { width: 2400, height: 900 };
    const descriptions = [
      heatmap({ ...sweep, ...heading, metric, x: { ...sweep.x, ...names }, y: { ...sweep.y, ...names } }, wide),
      curve({ ...curveSample(5, 100), ...heading, metric }, wide),
      bands(
        {
          ...evolution,
          ...heading,
          shares: evolution.shares.map((share) => ({ ...share, name: hostile, player: hostile })),
        },
        wide,
      ),
      outcomeBars(
        { ...outcomes, ...heading, outcomes: outcomes.outcomes.map((outcome) => ({ ...outcome, profile: [hostile] })) },
        wide,
      ),
    ];
    for (const description of [...descriptions, ...hostileCharts(hostile)]) {
      const svg = await renderSvg(description);
      parse(svg);
      expect(svg).not.toMatch(/<script|<\/svg>.*<\/svg>|\son\w+=|javascript:/s);
      expect(texts(svg)).toContain(harmless);
    }
  });

  it('is well-formed, which the parser of these tests would notice', async () => {
    const svg = await renderSvg(outcomeBars(outcomesSample()));
    parse(svg);
    expect(() => new Resvg(svg.replace('</text>', ''))).toThrow();
    expect(() => new Resvg(svg.replace('<title>', '<title>&'))).toThrow();
    expect(() => new Resvg(svg.replace('<title>', '<title>\u0008'))).toThrow();
  });
});
