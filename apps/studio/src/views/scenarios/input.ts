/**
 * Ensembles of several scenarios as charts take them.
 */
import type { Stage } from '../../compute/job';
import type { EnsembleOutput } from '../../compute/jobs/ensemble';
import type { ChartInput } from '../../draw/protocol';
import type { Model } from '../../state/model';

/** An ensemble under the words of its column. */
export interface Named {
  readonly words: string;
  readonly result: EnsembleOutput;
  readonly stage: Stage | null;
}

/** Profiles beyond this many are not read; those that are likeliest in any column stay. */
const mostProfiles = 12;
/** What happens more rarely in every column stands in the table alone, but for the two likeliest. */
const rare = 0.001;

export function barsInput({ game }: Model, all: readonly Named[]): ChartInput<'scenarioBars'> {
  const likeliest = (k: number) => Math.max(...all.map(({ result }) => result.outcomes[k]!.probability));
  const shown = all[0]!.result.outcomes
    .map((_, k) => k)
    .toSorted((a, b) => likeliest(b) - likeliest(a))
    .filter((profile, place) => place < 2 || likeliest(profile) >= rare)
    .slice(0, mostProfiles);
  return {
    title: game.title,
    bare: true,
    scenarios: all.map(({ words, result }) => ({
      name: words,
      outcomes: shown.map((k) => result.outcomes[k]!),
      undecided: result.undecided,
    })),
  };
}

const times = 80;

/** The mean of each share over time, one panel a share. Ensembles have steps of their own, so means are read between them. */
export function evolutionInput(
  { game, horizon }: Model,
  all: readonly Named[],
  words: { readonly time: string; readonly share: string; meanOf(share: string): string },
): ChartInput<'comparison'> {
  const at = Array.from({ length: times + 1 }, (_, i) => (horizon * i) / times);
  return {
    title: game.title,
    bare: true,
    x: { name: words.time, values: at },
    metric: { name: words.share, range: [0, 1] },
    levels: all.map((one) => one.words),
    panels: Object.keys(all[0]!.result.bands.shares).map((name) => ({
      title: words.meanOf(name),
      curves: all.map(({ result: { bands } }) => ({ values: between(bands.times, bands.shares[name]!.mean, at) })),
    })),
  };
}

/** Values at `at` on straight lines between those at `from`, which rises; the last one goes on. */
export function between(from: readonly number[], values: readonly number[], at: readonly number[]): number[] {
  let k = 0;
  return at.map((time) => {
    while (k + 2 < from.length && from[k + 1]! < time) k++;
    const [left, right] = [from[k]!, from[k + 1] ?? from[k]!];
    const part = right > left ? Math.max(0, Math.min(1, (time - left) / (right - left))) : 0;
    return values[k]! + part * ((values[k + 1] ?? values[k]!) - values[k]!);
  });
}
