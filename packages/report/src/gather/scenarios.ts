/**
 * The outcomes of every scenario of the game file side by side.
 */
import { type SimulateResult, simulate } from '@trilogue/engine';
import { piece, type Stages } from '../stage.js';
import { accurate, type ReportJob } from './job.js';

/** How the game ends in one of its scenarios. */
export interface ScenarioFigures {
  readonly name: string;
  /** What it sets. */
  readonly values: Readonly<Record<string, number>>;
  readonly outcomes: SimulateResult['outcomes'];
  readonly undecided: number;
  readonly final: SimulateResult['final'];
}

export async function* gatherScenarios(job: ReportJob): Stages<ScenarioFigures[]> {
  const found: ScenarioFigures[] = [];
  const all = Object.entries(job.game.scenarios);
  for (const [i, [name, values]] of all.entries()) {
    yield piece('scenarios', name, i, all.length);
    const run = { ...accurate(job), scenario: name, times: 0, passages: false };
    const { outcomes, undecided, final } = await simulate(run);
    found.push({ name, values: { ...values } as Record<string, number>, outcomes, undecided, final });
  }
  return found;
}
