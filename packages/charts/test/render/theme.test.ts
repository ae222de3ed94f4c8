/** The dark look: the neutral colours change, what carries meaning stays. */
import { describe, expect, it } from 'vitest';
import { heatmap } from '../../src/heatmap/heatmap.js';
import { renderSvg } from '../../src/render/svg.js';
import { themed } from '../../src/render/theme.js';
import { sweepSample } from '../samples.js';

const colours = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}\b/gi));

describe('renderSvg with a theme', () => {
  it('is the picture for paper unless told', async () => {
    const description = heatmap(sweepSample({ columns: 5, rows: 5, paths: 400 }));
    expect(await renderSvg(description)).toBe(await renderSvg(description, {}, { theme: 'light' }));
  });

  it('exchanges ground and ink and keeps the scale', async () => {
    const description = heatmap(sweepSample({ columns: 5, rows: 5, paths: 400 }));
    const [light, dark] = [await renderSvg(description), await renderSvg(description, {}, { theme: 'dark' })].map(
      colours,
    );
    expect(light).toContain('#1f2328');
    expect(dark).toContain('#15181c');
    expect(dark).not.toContain('#4a5058');
    for (const [end] of [['#440154'], ['#fde725']]) expect(dark!.has(end!)).toBe(light!.has(end!));
  });

  it('keeps the lines over the scale as they are', async () => {
    const description = heatmap(sweepSample({ columns: 21, rows: 21, paths: 400 }));
    const lines = (svg: string) => svg.match(/<path [^>]*stroke-dasharray[^>]*>/g);
    const light = await renderSvg(description);
    expect(lines(light)!.length).toBeGreaterThan(1);
    expect(lines(await renderSvg(description, {}, { theme: 'dark' }))).toEqual(lines(light));
  });

  it('touches colours alone', () => {
    const svg = '<text fill="#1f2328">ink #1f2328, paper #ffffff</text>';
    expect(themed(svg, 'dark')).toBe('<text fill="#e8eaed">ink #1f2328, paper #ffffff</text>');
  });
});
