/**
 * A game and what follows from it as plain tables, for CSV. Numbers have all digits.
 */
import type { Equilibria, ProfileConditions, ProfileStability } from '@trilogue/analysis';
import type { CsvEntry } from '@trilogue/core';
import { type Subject, shareNames } from './subject.js';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvEntry[])[];
}

/** Every table by name, made when it is asked for. */
export const tables: Readonly<Record<string, (subject: Subject) => Table>> = {
  payoffs: ({ description: { players, payoffTable, against } }) => {
    const names = players.map(({ name }) => name);
    return {
      head: [...(against === 'self' ? ['own', 'opponent'] : names), ...names.map((name) => `payoff.${name}`)],
      rows: (payoffTable ?? []).map(({ profile, payoffs }) => [...profile, ...names.map((name) => payoffs[name]!)]),
    };
  },
  parameters: ({ description: { parameters } }) => ({
    head: ['name', 'value', 'low', 'high', 'group', 'title'],
    rows: parameters.map(({ name, value, range, group, title }) => [
      name,
      value,
      range?.[0] ?? null,
      range?.[1] ?? null,
      group ?? null,
      title ?? null,
    ]),
  }),
  advantages: ({ description: { coordinates, advantages }, advantages: formulas }) => ({
    head: ['player', 'strategy', 'over', ...coordinates.map((name) => `power.${name}`), 'coefficient', 'value'],
    rows: formulas().flatMap(({ player, strategy, over, terms }, i) =>
      terms.map(({ exponents, coefficient }) => [
        player,
        strategy,
        over,
        ...exponents,
        coefficient,
        advantages[i]!.terms.find((term) => term.exponents.join() === exponents.join())?.coefficient ?? 0,
      ]),
    ),
  }),
  equilibria: ({ game, equilibria: found }) => {
    const { equilibria } = found();
    const count = Math.max(0, ...equilibria.map(({ eigenvalues }) => eigenvalues.length));
    const columns = Array.from({ length: count }, (_, i) => [`eigenvalue${i + 1}.re`, `eigenvalue${i + 1}.im`]).flat();
    return {
      head: [...shareNames(game), ...columns, 'type', 'stability', 'nash', 'strictNash', 'ess', 'isolated', 'error'],
      rows: equilibria.map(({ shares, eigenvalues, type, stability, nash, strictNash, ess, isolated, error }) => [
        ...shares.flat(),
        ...Array.from({ length: count }, (_, i) => eigenvalues[i] ?? [null, null]).flat(),
        type,
        stability,
        nash,
        strictNash,
        ess,
        isolated,
        error,
      ]),
    };
  },
  families: ({ game, equilibria }) => familyTable(shareNames(game), equilibria()),
  conditions: ({ conditions }) => conditionTable(conditions()),
  intervals: ({ conditions }) => intervalTable(conditions()),
  noise: ({ noise }) => noiseTable(noise()),
};

function familyTable(shares: readonly string[], { continua }: Equilibria): Table {
  return {
    head: ['face', 'dimension', 'equations', 'proven', ...shares.map((name) => `sample.${name}`)],
    rows: continua.map(({ face, dimension, equations, proven, sample }) => [
      face.map((own) => own.join('/')).join(', '),
      dimension,
      equations.join('; '),
      proven,
      ...sample.flat(),
    ]),
  };
}

function conditionTable(conditions: readonly ProfileConditions[]): Table {
  return {
    head: ['profile', 'verdict', 'player', 'strategy', 'over', 'eigenvalue', 'value', 'holds'],
    rows: conditions.flatMap(({ profile, verdict, conditions: own }) =>
      own.map(({ player, strategy, over, expression, value, holds }) => [
        ...[profile.join(', '), verdict, player, strategy, over, expression],
        ...[value, holds],
      ]),
    ),
  };
}

/** An empty end is no end. */
function intervalTable(conditions: readonly ProfileConditions[]): Table {
  return {
    head: ['profile', 'verdict', 'parameter', 'value', 'low', 'high', 'known'],
    rows: conditions.flatMap(({ profile, verdict, intervals }) =>
      intervals.map(({ parameter, value, low, high, known }) => [
        profile.join(', '),
        verdict,
        parameter,
        value,
        low,
        high,
        known,
      ]),
    ),
  };
}

function noiseTable(noise: readonly ProfileStability[]): Table {
  return {
    head: [
      ...['profile', 'verdict', 'player', 'strategy', 'over', 'sigma', 'law', 'eigenvalue'],
      ...['almostSure', 'firstMoment', 'secondMoment', 'kept', 'almostSureFlip', 'secondMomentFlip'],
    ],
    rows: noise.flatMap(({ profile, almostSure, directions }) =>
      directions.map((d) => [
        ...[profile.join(', '), almostSure, d.player, d.strategy, d.over, d.sigma, d.law, d.eigenvalue],
        ...[d.almostSure, d.firstMoment, d.secondMoment, d.kept, d.almostSureFlip, d.secondMomentFlip],
      ]),
    ),
  };
}
