/**
 * From an ensemble to the inputs of its pictures: shares over time, how it ended, first passages.
 * Owns which numbers go where; headings are the caller's.
 */
import type { BandsInput } from '../bands/bands.js';
import type { OutcomeBarsInput } from '../outcomes/outcome-bars.js';
import type { PassageTimesInput } from '../passage/passage-times.js';

/** What pictures need of an ensemble; a `SimulateResult` of `@trilogue/engine` is one. */
export interface Ensemble {
  readonly paths: number;
  readonly outcomes: readonly {
    readonly profile: readonly string[];
    readonly probability: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly undecided: number;
  readonly passages: readonly {
    readonly profile: readonly string[];
    readonly probability: number;
    readonly counts: readonly number[];
    readonly q50: number | null;
  }[];
  readonly passageEdges: readonly number[];
  readonly bands: {
    readonly times: readonly number[];
    /** By share name, such as `A.share`. */
    readonly shares: Readonly<Record<string, Record<'mean' | 'q10' | 'q25' | 'q75' | 'q90', readonly number[]>>>;
  };
}

/** More bars than this are not read. */
const mostBars = 12;
/** More panels than this are not read. */
const mostPassages = 4;
/** Profiles that fewer of the paths enter have no panel. */
const rare = 0.001;

/** For `bands`. @param players with their names and titles, as in a game */
export function bandsOf(
  players: readonly { readonly name: string; readonly title: string }[],
  { bands }: Pick<Ensemble, 'bands'>,
): Omit<BandsInput, 'title'> {
  return {
    times: bands.times,
    shares: Object.entries(bands.shares).map(([name, { mean, q10, q25, q75, q90 }]) => {
      const player = players.find((candidate) => name.startsWith(`${candidate.name}.`))!;
      return { name, player: player.name, playerTitle: player.title, mean, q10, q25, q75, q90 };
    }),
  };
}

/** For `outcomeBars`: the twelve likeliest outcomes, and the undecided paths. */
export function outcomeBarsOf({
  outcomes,
  undecided,
}: Pick<Ensemble, 'outcomes' | 'undecided'>): Omit<OutcomeBarsInput, 'title'> {
  return { outcomes: outcomes.toSorted((a, b) => b.probability - a.probability).slice(0, mostBars), undecided };
}

/** For `passageTimes`: the four profiles that most paths enter; null where hardly a path comes near any. */
export function passageTimesOf({
  passages,
  passageEdges,
  paths,
}: Pick<Ensemble, 'passages' | 'passageEdges' | 'paths'>): Omit<PassageTimesInput, 'title'> | null {
  const entered = passages
    .filter(({ probability }) => probability >= rare)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, mostPassages);
  if (entered.length === 0) return null;
  return {
    edges: passageEdges,
    paths,
    profiles: entered.map(({ profile, counts, q50 }) => ({ profile, counts, median: q50 })),
  };
}
