import { describe, expect, it } from 'vitest';
import { type BasinMapInput, basinMap } from '../../src/basins/basin-map.js';
import { renderSvg } from '../../src/render/svg.js';
import { frozen } from '../frozen.js';
import { expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const shares = Array.from({ length: 21 }, (_, k) => k / 20);

/** A boundary along y = 0.95 - 0.8 x, blurred by noise. */
function sample(): BasinMapInput {
  const probability = shares.map((y) => shares.map((x) => 1 / (1 + Math.exp(-14 * (y + 0.85 * x - 1 + 0.1 * x * y)))));
  const ends = (sign: number) => {
    return probability.map((row) => row.map((p) => Math.min(1, Math.max(0, p + sign * 0.08 * Math.sqrt(p * (1 - p))))));
  };
  return {
    title: 'Cross-department data sharing: the noisy basin of full sharing',
    x: { name: 'A.share', title: 'Functional department A', values: shares },
    y: { name: 'B.share', title: 'Functional department B', values: shares },
    profile: ['share', 'share', 'coordinate'],
    at: [{ name: 'M.coordinate', value: 0.5 }],
    probability,
    low: ends(-1),
    high: ends(1),
    separatrix: [shares.map((x) => [x, 0.95 - 0.8 * x] as const)],
    caption: '400 paths per start, sigma = 0.5, horizon 20',
  };
}

describe('basinMap', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => basinMap(frozen(sample()), size), 'basin-map');
  });

  it('says what it shows, and the separatrix only where it is given', async () => {
    const { separatrix: _, at: __, ...without } = sample();
    const words = texts(await renderSvg(basinMap(sample())));
    expect(words).toContain('Probability to end at (share, share, coordinate), by the start with M.coordinate = 0.5');
    expect(words).toContain('boundary of the basins without noise');
    const fewer = texts(await renderSvg(basinMap(without)));
    expect(fewer).toContain('Probability to end at (share, share, coordinate), by the start');
    expect(fewer).not.toContain('boundary of the basins without noise');
  });

  it('refuses starts that are no shares, and points that are no numbers', () => {
    const input = sample();
    expect(() => basinMap({ ...input, x: { name: 'A.share', values: [0, 1.5] } })).toThrow(
      'start of "A.share": 1.5 is not a share',
    );
    expect(() => basinMap({ ...input, separatrix: [[[0, Number.NaN]]] })).toThrow('point 0 is (0, NaN)');
  });
});
