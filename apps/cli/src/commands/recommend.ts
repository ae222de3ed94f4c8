/**
 * `trilogue recommend GAME`: what to change so that a metric reaches a target.
 */
import { metricScale, openBackend } from '@trilogue/engine';
import { baseOf, recommend, type Target } from '@trilogue/study';
import type { Command } from 'commander';
import { findGame } from '../options/game.js';
import { addJsonOption, gameArgument } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';
import { addTargetOptions, checkTarget } from '../recommend/target.js';
import { recommendText } from '../recommend/text.js';
import { chooseFactors } from '../sensitivity/factors.js';
import { addStudyOptions, type StudyArguments, studyOptions } from '../sensitivity/options.js';

interface Arguments extends StudyArguments {
  readonly target: number;
  readonly goal: Target['goal'];
}

const more = `
Every factor is a lever that may be moved within its range; --factors names those that somebody can really move. The
answer of each is checked by a simulation on other random numbers.

Example: what makes full sharing likely
  trilogue recommend data-sharing --target 0.9 --factors tau,kappa,w,p,v,d,h,c_M

Example: the same where the management department is a new division
  trilogue recommend data-sharing --target 0.9 --scenario inner-division`;

export function addRecommend(program: Command, terminal: Terminal): void {
  const command = program
    .command('recommend')
    .summary('what to change so that a metric reaches a target')
    .description(
      'Ranks the levers of a game by what they do to a metric, and finds for each the smallest change that reaches a target, the cheapest pair, and the best value inside a range.',
    )
    .argument('<GAME>', gameArgument);
  addTargetOptions(command, 'what the metric is to reach, such as 0.9', true);
  addJsonOption(addStudyOptions(command)).addHelpText('after', more);
  command.action(async (argument: string, options: Arguments) => {
    const game = await findGame(argument);
    const { dt = null, ...settings } = studyOptions(game, options);
    const { metric, scenario, set, horizon } = settings;
    const factors = chooseFactors(game, options);
    const target: Target = { value: options.target, goal: options.goal };
    checkTarget(target.value, metric, metricScale(game, metric, horizon).most);
    const base = baseOf(game, { factors, scenario, set });
    const { backend } = await openBackend(options.backend, { threads: options.threads });
    try {
      const model = { ...settings, game, backend, signal: terminal.signal };
      const job = { model, factors, base, target, dt };
      const advice = await recommend(job, (stage) => terminal.note(`${stage} ...`));
      terminal.print(options.json ? JSON.stringify(advice) : recommendText(game, advice));
    } finally {
      await backend.close();
    }
  });
}
