import { describe, expect, it } from 'vitest';
import { type EvolutionInput, evolution } from '../../src/evolution/evolution.js';
import { ensemble, pathFrom, quantile } from '../dynamics.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const shape = { horizon: 10, points: 31 };

function sample(grid: readonly number[]): EvolutionInput {
  const starts = grid.map((share) => {
    const start = [share, share, share];
    const line = pathFrom(start, shape);
    const paths = ensemble(start, { ...shape, sigma: 0.5, seed: Math.round(100 * share) }, 60);
    const at = (time: number, of: number) => paths.map((points) => points[time]![of]!);
    const shares = [0, 1, 2].map((of) => ({
      line: line.map((point) => point[of]!),
      low: line.map((_, time) => quantile(at(time, of), 0.1)),
      high: line.map((_, time) => quantile(at(time, of), 0.9)),
    }));
    return { name: `(${start.join(', ')})`, shares };
  });
  return {
    title: 'Cross-department data sharing: evolution from several starts',
    times: Array.from({ length: shape.points }, (_, k) => (k * shape.horizon) / (shape.points - 1)),
    shares: [
      { name: 'A.share', title: 'Functional department A' },
      { name: 'B.share', title: 'Functional department B' },
      { name: 'M.coordinate', title: 'Data management department' },
    ],
    starts,
    caption: '60 paths per start, sigma = 0.5, horizon 10',
  };
}

describe('evolution', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => evolution(frozen(sample([0.2, 0.4, 0.5, 0.6, 0.8])), size), 'evolution');
  });

  it('colours many starts in their order and names the first and the last', async () => {
    const grid = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    const words = texts(await drawn(evolution(sample(grid))));
    expect(words).toContain('first of 9: (0.1, 0.1, 0.1)');
    expect(words).toContain('last: (0.9, 0.9, 0.9)');
    expect(words).not.toContain('(0.5, 0.5, 0.5)');
  });

  it('has one line per start and share, and a dashed one where there is a mean', () => {
    const input = sample([0.2, 0.8]);
    input.starts[0]!.shares[1]!.mean = input.starts[0]!.shares[1]!.line;
    const lines = [evolution(input).option.series].flat().filter((series) => series?.type === 'line');
    expect(lines.map((series) => series!.name)).toEqual([
      'A.share (0.2, 0.2, 0.2)',
      'A.share (0.8, 0.8, 0.8)',
      'mean B.share (0.2, 0.2, 0.2)',
      'B.share (0.2, 0.2, 0.2)',
      'B.share (0.8, 0.8, 0.8)',
      'M.coordinate (0.2, 0.2, 0.2)',
      'M.coordinate (0.8, 0.8, 0.8)',
    ]);
    expect(lines[2]).toMatchObject({ xAxisIndex: 1, lineStyle: { type: [6, 4] } });
  });

  it('explains bands only where there are some', async () => {
    const input = sample([0.2]);
    expect(texts(await drawn(evolution(input)))).toContain('10% to 90% of the noisy paths');
    input.starts[0]!.shares = input.starts[0]!.shares.map(({ line }) => ({ line }));
    expect(texts(await drawn(evolution(input)))).not.toContain('10% to 90% of the noisy paths');
  });

  it('says what is wrong with its lists', () => {
    const input = sample([0.2]);
    const [start] = input.starts as [EvolutionInput['starts'][number]];
    const [first, ...others] = start.shares as [(typeof start.shares)[number], ...typeof start.shares];
    const withFirst = (share: Partial<typeof first>) => {
      return { ...input, starts: [{ ...start, shares: [{ ...first, ...share }, ...others] }] };
    };
    expect(() => evolution({ ...input, starts: [] })).toThrow('at least one start');
    expect(() => evolution({ ...input, shares: [] })).toThrow('at least one share');
    expect(() => evolution({ ...input, shares: input.shares.slice(1) })).toThrow('3 shares, but there are 2 shares');
    expect(() => evolution({ ...input, times: input.times.toReversed() })).toThrow('times must increase');
    expect(() => evolution(withFirst({ line: [1] }))).toThrow(
      'line of "A.share" from start "(0.2, 0.2, 0.2)" has 1 entries, but there are 31 times',
    );
    const { low: _, ...open } = first;
    expect(() => evolution({ ...input, starts: [{ ...start, shares: [open, ...others] }] })).toThrow(
      'one end of its band',
    );
  });
});
