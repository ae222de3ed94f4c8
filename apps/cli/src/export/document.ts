/**
 * The whole game with its figures as one JSON document.
 */
import type { AdvantageFormula, Equilibria, ProfileConditions, ProfileStability } from '@trilogue/analysis';
import { type GameDescription, writeGame } from '@trilogue/core';
import type { Subject } from './subject.js';

/** What `export --to json` prints. */
export interface ExportDocument extends Omit<GameDescription, 'advantages'> {
  /** The game file in YAML, with its own values. */
  readonly gameFile: string;
  /** Numbers (`terms`) and formulas of the named parameters (`formula`) of every payoff advantage. */
  readonly advantages: readonly (GameDescription['advantages'][number] & {
    readonly formula: AdvantageFormula['terms'];
  })[];
  readonly equilibria: Equilibria;
  readonly conditions: readonly ProfileConditions[];
  readonly stochastic: readonly ProfileStability[];
  /** Why there are no conditions and no stochastic stability, in words that end a sentence; null where there are. */
  readonly noConditions: string | null;
  readonly version: string;
}

export function exportDocument(subject: Subject, version: string): ExportDocument {
  const { game, description } = subject;
  const formulas = subject.advantages();
  return {
    ...description,
    gameFile: writeGame(game),
    advantages: description.advantages.map((own, i) => ({ ...own, formula: formulas[i]!.terms })),
    equilibria: subject.equilibria(),
    conditions: subject.noConditions === undefined ? subject.conditions() : [],
    stochastic: subject.noConditions === undefined ? subject.noise() : [],
    noConditions: subject.noConditions ?? null,
    version,
  };
}
