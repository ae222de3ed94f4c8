import { describe, expect, it } from 'vitest';
import { curve } from '../../src/curve/curve.js';
import { renderPng } from '../../src/render/png.js';
import { renderSvg } from '../../src/render/svg.js';
import { decoded, difference } from '../pixels.js';
import { curveSample } from '../samples.js';

const svg = await renderSvg(curve(curveSample(7, 100)));

describe('renderPng', () => {
  it('has the size of the SVG times the scale', async () => {
    expect(decoded(await renderPng(svg, { scale: 1 }))).toMatchObject({ width: 720, height: 460 });
    expect(decoded(await renderPng(svg))).toMatchObject({ width: 1440, height: 920 });
  });

  it('contains the text: without it several thousand pixels are other', async () => {
    const silent = svg.replace(/<text[^>]*>[^<]*<\/text>/g, '');
    const [spoken, mute] = [await renderPng(svg, { scale: 1 }), await renderPng(silent, { scale: 1 })].map(decoded);
    expect(difference(spoken!, mute!)).toBeGreaterThan(4000);
  });

  it('draws normal and bold text differently: both faces are there', async () => {
    const thin = svg.replaceAll('font-weight:bold', 'font-weight:normal');
    expect(thin).not.toBe(svg);
    const [bold, normal] = [await renderPng(svg, { scale: 1 }), await renderPng(thin, { scale: 1 })].map(decoded);
    expect(difference(bold!, normal!)).toBeGreaterThan(300);
  });

  it('has a white ground and the same bytes each time', async () => {
    const png = await renderPng(svg, { scale: 1 });
    expect([...decoded(png).rgba.slice(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(Buffer.compare(png, await renderPng(svg, { scale: 1 }))).toBe(0);
  });

  it('refuses what is no SVG', async () => {
    await expect(renderPng('<svg>')).rejects.toThrow();
  });
});
