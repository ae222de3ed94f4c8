/**
 * What is being done for a report, and how much of it is done.
 */
import type { Game } from '@trilogue/core';

/** The tasks of a report, in their order, and what they are called in English. */
export const taskWords = {
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
} as const;

export type ReportTask = keyof typeof taskWords;

/** A task, or a piece of it, that begins. */
export interface ReportStage {
  readonly task: ReportTask;
  /** The parameter, scenario or stage of the recommendation; null where the task has no pieces. */
  readonly about: string | null;
  /** Rough part of the whole report that is done, from 0 to 1. */
  readonly part: number;
}

/** A piece of a task. */
export interface Beginning {
  readonly task: ReportTask;
  readonly about: string | null;
  /** Part of the task that is done. */
  readonly done: number;
}

export type Stages<T> = AsyncGenerator<Beginning, T, void>;

/** A task as a whole. */
export function whole(task: ReportTask): Beginning {
  return { task, about: null, done: 0 };
}

/** Piece `i` of `count`, from 0. */
export function piece(task: ReportTask, about: string, i: number, count: number): Beginning {
  return { task, about, done: i / count };
}

/** Per cent of the time of a report of the bundled game. */
const weights: Readonly<Record<ReportTask, number>> = {
  ensemble: 2,
  equilibria: 1,
  evolution: 2,
  phase: 2,
  start: 8,
  factors: 25,
  pair: 6,
  scenarios: 2,
  claims: 2,
  recommendation: 40,
  step: 2,
  pictures: 8,
};

/** How far a report of this game is when a piece begins. */
export function stageOf({ parameters, scenarios }: Game): (beginning: Beginning) => ReportStage {
  const ranged = parameters.some(({ range }) => range !== undefined);
  const some = Object.keys(scenarios).length > 0;
  const tasks = (Object.keys(weights) as ReportTask[]).filter((task) => {
    if (task === 'factors' || task === 'recommendation') return ranged;
    return task !== 'scenarios' || some;
  });
  const total = tasks.reduce((sum, task) => sum + weights[task], 0);
  return ({ task, about, done }) => {
    const before = tasks.slice(0, Math.max(0, tasks.indexOf(task))).reduce((sum, each) => sum + weights[each], 0);
    return { task, about, part: (before + done * weights[task]) / total };
  };
}
