/**
 * `trilogue backends`: what this machine offers, with a measured speed for each.
 */
import type { Command } from 'commander';
import { type BackendSurvey, surveyBackends } from '../backends/survey.js';
import { whole } from '../options/number.js';
import { addJsonOption } from '../options/point.js';
import { align, facts, wrapped } from '../output/align.js';
import { large } from '../output/figures.js';
import type { Terminal } from '../output/terminal.js';

const more = `
Example:
  trilogue backends --json

A backend that is available but not chosen can be asked for: trilogue simulate data-sharing --backend cpu`;

export function addBackends(program: Command, terminal: Terminal): void {
  const command = program
    .command('backends')
    .summary('what this machine offers, with a measured speed for each')
    .description(
      'Lists where paths can be computed on this machine, how fast each really is (steps of the bundled data-sharing game per second, for each scheme), and which one --backend auto takes. Takes some seconds.',
    )
    .option('--threads <N>', 'threads of the native and the wasm backend (default: one a core)', whole(1, 1024))
    .addHelpText('after', more);
  addJsonOption(command).action(async ({ threads, json }: { threads?: number; json?: boolean }) => {
    const survey = await surveyBackends({ threads, signal: terminal.signal });
    terminal.print(json ? JSON.stringify(survey, null, 2) : surveyText(survey));
  });
}

function surveyText({ auto, backends }: BackendSurvey): string {
  const available = backends.filter((backend) => backend.available);
  const schemes = [...new Set(available.flatMap(({ stepsPerSecond }) => Object.keys(stepsPerSecond)))];
  const rows = schemes.map((scheme) => [
    scheme,
    ...available.map(({ stepsPerSecond }) => large(Number((stepsPerSecond[scheme] ?? 0).toPrecision(2)))),
  ]);
  const devices = available.map(({ name, device }): [string, string] => [name, `runs on ${device}`]);
  const missing = backends.filter((backend) => !backend.available);
  return [
    ...align([['steps per second', ...available.map(({ name }) => name)], ...rows], `l${'r'.repeat(available.length)}`),
    '',
    ...facts(devices),
    ...missing.flatMap(({ name, reason }) => ['', ...wrapped(`${name} is not available: ${reason}`)]),
    '',
    `--backend auto takes ${auto.name}.`,
  ].join('\n');
}
