import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viridis, viridisStops } from '../../src/colour/viridis.js';

describe('viridis', () => {
  it('passes through its published control points', () => {
    viridisStops.forEach((stop, k) => {
      expect(viridis(k / 10)).toBe(stop);
    });
  });

  it('takes the nearer end outside 0..1', () => {
    expect(viridis(-3)).toBe('#440154');
    expect(viridis(7)).toBe('#fde725');
  });

  it('is a colour for every number in 0..1', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => /^#[0-9a-f]{6}$/.test(viridis(t))));
  });

  it('gets lighter all the way, in nearly even steps: it reads the same in grey', () => {
    const lightness = Array.from({ length: 21 }, (_, k) => cieLightness(viridis(k / 20)));
    const steps = lightness.slice(1).map((value, k) => value - lightness[k]!);
    const even = (lightness.at(-1)! - lightness[0]!) / 20;
    for (const step of steps) expect(Math.abs(step - even)).toBeLessThan(0.5 * even);
  });
});

/** L* of CIELAB (CIE 1976), white point D65. */
function cieLightness(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27;
}
