import { describe, expect, it } from 'vitest';
import { type CubeInput, cube } from '../../src/phase/cube.js';
import { renderSvg } from '../../src/render/svg.js';
import { pathFrom } from '../dynamics.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const corners = [0, 1].flatMap((x) => [0, 1].flatMap((y) => [0, 1].map((z) => [x, y, z])));

function sample(): CubeInput {
  const starts = [0.15, 0.5, 0.85].flatMap((x) => [0.2, 0.8].flatMap((y) => [0.25, 0.75].map((z) => [x, y, z])));
  const shape = { horizon: 20, points: 81 };
  const group = (points: number[][]) => (points.at(-1)![0]! > 0.5 ? 'ends at full sharing' : 'ends at no sharing');
  const paths = starts.map((start) => pathFrom(start, shape)).map((points) => ({ points, group: group(points) }));
  const noisy = [1, 2, 3, 4, 5, 6].map((seed) => {
    const points = pathFrom([0.5, 0.5, 0.5], { horizon: 20, points: 401, sigma: 0.5, seed });
    return { points, noisy: true, group: 'noisy paths from (0.5, 0.5, 0.5)' };
  });
  return {
    title: 'Cross-department data sharing: the cube of the shares',
    axes: [
      { name: 'A.share', title: 'Functional department A' },
      { name: 'B.share', title: 'Functional department B' },
      { name: 'M.coordinate', title: 'Data management' },
    ],
    paths: [...paths, ...noisy],
    equilibria: [
      { point: [0, 0, 0], type: 'sink' },
      { point: [1, 1, 1], type: 'sink' },
      { point: [0, 1, 1], type: 'saddle' },
      { point: [1, 0, 0], type: 'saddle' },
      { point: [1, 1, 0], type: 'source' },
      { point: [0.6, 0.4, 0.5], type: 'center' },
      { point: [0.3, 0.7, 0], type: 'degenerate' },
    ],
    caption: 'sigma = 0.5, horizon 20, dt = 0.0025, seeds 1 to 6',
  };
}

describe('cube', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => cube(frozen(sample()), size), 'cube');
  });

  it('labels its corners and axes, and explains only the marks that it has', async () => {
    const input = { ...sample(), equilibria: [{ point: [0, 0, 0], type: 'sink' as const }] };
    const words = texts(await renderSvg(cube(input)));
    for (const corner of corners) expect(words).toContain(`(${corner.join(', ')})`);
    expect(words).toContain('Functional department A (A.share) →');
    expect(words).toContain('sink');
    expect(words).not.toContain('saddle');
  });

  it('is drawn from every side', async () => {
    for (const azimuth of [-180, -135, -90, -30, 0, 45, 90, 170]) {
      for (const elevation of [-90, -30, 0, 35, 90]) {
        await drawn(cube({ ...sample(), paths: [], view: { azimuth, elevation } }, { width: 360 }));
      }
    }
  });

  it('labels only the nearer of two corners that lie behind one another', async () => {
    const words = texts(await renderSvg(cube({ ...sample(), view: { azimuth: 90, elevation: 0 } })));
    const labels = corners.map((corner) => `(${corner.join(', ')})`);
    expect(labels.filter((label) => words.includes(label))).toEqual([
      '(0, 1, 0)',
      '(0, 1, 1)',
      '(1, 1, 0)',
      '(1, 1, 1)',
    ]);
  });

  it('says what is wrong with its points', () => {
    const input = sample();
    expect(() => cube({ ...input, axes: input.axes.slice(1) })).toThrow('three axes, but there are 2');
    expect(() => cube({ ...input, paths: [{ points: [[0, 1]] }] })).toThrow('path 0, point 0 is (0, 1)');
    expect(() => cube({ ...input, paths: [{ points: [] }] })).toThrow('path 0 has no points');
    expect(() => cube({ ...input, view: { elevation: 91 } })).toThrow('elevation 91 must be between');
    const odd = [{ point: [0, 0, 0], type: 'spiral' as 'sink' }];
    expect(() => cube({ ...input, equilibria: odd })).toThrow(
      'equilibrium 0: unknown type "spiral". Known types: sink,',
    );
    const many = Array.from({ length: 8 }, (_, k) => ({ points: [[0, 0, 0]], group: `g${k}` }));
    expect(() => cube({ ...input, paths: many })).toThrow('but there are 8');
  });
});
