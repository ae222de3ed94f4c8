/** An option that decides numbers and that nobody has heard of reaches every run of a report. */
import { bundledGame } from '@trilogue/core';
import type { Backend } from '@trilogue/engine';
import { expect, it } from 'vitest';
import { accurate, common, jobOf, sketched, swept } from '../src/gather/job.js';

it('an option that is new is one of every run, beside those that are chosen there', () => {
  const asked = {
    ...{ game: bundledGame('stag-hunt'), backend: {} as Backend },
    burnIn: 5,
    dt: 0.1,
    metric: 'P(stag)',
  };
  const job = jobOf(asked);
  const ensemble = { dt: 0.2, scheme: 'euler', paths: 10, tolerance: null } as const;
  for (const run of [common(job), accurate(job), swept(job), sketched(job, ensemble)]) {
    expect(run).toMatchObject({ burnIn: 5, seed: 'trilogue', delta: 0.05 });
    expect(run).not.toHaveProperty('metric');
  }
  expect(common(job)).not.toHaveProperty('dt');
  expect(accurate(job)).toMatchObject({ dt: 0.1, paths: 10_000 });
});
