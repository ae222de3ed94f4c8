/** What the workflow of a release may do: no step of ours, and nothing that was installed, runs where something can be published or written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
const file = join(import.meta.dirname, '../../../.github/workflows/release.yml');
const workflow: { permissions: object; jobs: Record<string, Job> } = parse(readFileSync(file, 'utf8'));
const jobs = Object.entries(workflow.jobs);
const powers = ({ permissions, environment }: Job) => [
  ...Object.entries(permissions)
    .filter(([, level]) => level === 'write')
    .map(([name]) => name),
  ...(environment === undefined ? [] : [environment]),
];

it('gives no rights but those that a job names, and to none more than one thing to do with them', () => {
  expect(workflow.permissions).toEqual({});
  expect(Object.fromEntries(jobs.map(([name, job]) => [name, powers(job)]))).toEqual({
    make: [],
    publish: ['id-token', 'npm'],
    tag: ['contents'],
  });
});

it('runs tests and installed code only where nothing can be published or written', () => {
  const code = /\bnpm (ci|test|run|install(?! --global npm@[\d.]+$)|exec)\b|\bnpx\b|\bnode (?!-p )/m;
  for (const [, job] of jobs.filter(([, job]) => powers(job).length > 0)) {
    for (const { run = '' } of job.steps) expect(run).not.toMatch(code);
    expect(job.needs).toBeDefined();
  }
  expect(workflow.jobs.make!.steps.map(({ run = '' }) => run).join('\n')).toMatch(/npm test\nnpm run test:publish/);
  expect(workflow.jobs.publish!.steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@'))).toBe(false);
});

it('takes actions of GitHub alone, at full commits', () => {
  for (const { uses } of jobs.flatMap(([, { steps }]) => steps)) {
    if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  }
});
