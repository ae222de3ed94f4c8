/**
 * The outcomes of every scenario of the game file side by side.
 */
import { type SimulateResult, simulate } from '@trilogue/engine';
import { accurate, type ReportJob } from './job.js';

export interface ScenarioFigures {
  readonly name: string;
  /** What it sets. */
  readonly values: Readonly<Record<string, number>>;
  readonly outcomes: SimulateResult['outcomes'];
  readonly undecided: number;
  readonly final: SimulateResult['final'];
}

export async function gatherScenarios(job: ReportJob): Promise<ScenarioFigures[]> {
  const found: ScenarioFigures[] = [];
  for (const [name, values] of Object.entries(job.game.scenarios)) {
    job.onStage(`scenario ${name}`);
    const run = { ...accurate(job), scenario: name, times: 0, passages: false };
    const { outcomes, undecided, final } = await simulate(run);
    found.push({ name, values: { ...values } as Record<string, number>, outcomes, undecided, final });
  }
  return found;
}
