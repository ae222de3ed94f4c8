/**
 * An ensemble as the charts take it: shares over time, how it ended, and when paths first came near an outcome.
 * Owns which numbers go where; headings are the caller's.
 */
import type { BandsInput, OutcomeBarsInput, PassageTimesInput } from '@trilogue/charts';
import type { Game } from '@trilogue/core';
import type { PassageSummary, SimulateResult } from '@trilogue/engine';
import { likeliest } from './likeliest.js';

/** More bars than this are not read. */
const mostBars = 12;
/** More panels than this are not read. */
const mostPassages = 4;
/** Profiles that fewer of the paths enter have no panel. */
const rare = 0.001;

export function bandsOf(game: Game, { bands }: SimulateResult): Omit<BandsInput, 'title'> {
  return {
    times: [...bands.times],
    shares: Object.entries(bands.shares).map(([name, band]) => {
      const player = game.players.find((candidate) => name.startsWith(`${candidate.name}.`))!;
      return {
        name,
        player: player.name,
        playerTitle: player.title,
        mean: [...band.mean],
        q10: [...band.q10],
        q25: [...band.q25],
        q75: [...band.q75],
        q90: [...band.q90],
      };
    }),
  };
}

export function outcomeBarsOf({ outcomes, undecided }: SimulateResult): Omit<OutcomeBarsInput, 'title'> {
  return {
    outcomes: likeliest(outcomes, mostBars).map(({ profile, probability, low, high }) => ({
      ...{ profile: [...profile], probability, low, high },
    })),
    undecided,
  };
}

/** Null where hardly a path comes near any profile. */
export function passageTimesOf({
  passages,
  passageEdges,
  paths,
}: SimulateResult): Omit<PassageTimesInput, 'title'> | null {
  const entered = enteredProfiles(passages).slice(0, mostPassages);
  if (entered.length === 0) return null;
  return {
    edges: [...passageEdges],
    paths,
    profiles: entered.map(({ profile, counts, q50 }) => ({ profile: [...profile], counts: [...counts], median: q50 })),
  };
}

function enteredProfiles(passages: readonly PassageSummary[]): PassageSummary[] {
  return passages.filter(({ probability }) => probability >= rare).toSorted((a, b) => b.probability - a.probability);
}
