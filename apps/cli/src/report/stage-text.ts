/**
 * What is being done for a report, in words.
 */
import type { ReportStage, ReportTask } from '@trilogue/report';

const words: Readonly<Record<ReportTask, string>> = {
  ensemble: 'one ensemble',
  equilibria: 'equilibria',
  evolution: 'evolution from a grid of starts',
  phase: 'the space of the shares',
  start: 'the starting point',
  factors: 'one factor at a time',
  pair: 'two factors at once',
  scenarios: 'scenarios',
  claims: 'claims',
  recommendation: 'recommendation',
  step: 'the step again',
  pictures: 'pictures',
};

/** Such as `42%, one factor at a time: tau`. */
export function stageText({ task, about, part }: ReportStage): string {
  return `${Math.floor(100 * part)}%, ${words[task]}${about === null ? '' : `: ${about}`}`;
}
