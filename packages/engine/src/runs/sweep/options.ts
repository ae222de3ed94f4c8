/**
 * The options that decide the numbers of a sweep, but for its game and axes: each said once, with what it may be and how it is written.
 * Whoever hands a sweep on, keeps it or compares it goes over this table, so that none is left out. The compiler asks for a row
 * for every field of `SweepDefinition`.
 */
import { schemes } from '../../schemes/schemes.js';
import type { SweepDefinition } from './definition.js';

/** What was asked for, without game and axes. */
export type SweepSettings = Omit<SweepDefinition, 'game' | 'x' | 'y'>;

export interface SweepOption<T> {
  /** On the command line. */
  readonly flag: string;
  /** What it must be, in words. */
  readonly expected: string;
  /** Whether a value that comes from elsewhere is one. */
  is(value: unknown): value is T;
  /** Said where it was not given; absent for those that always have a value. */
  readonly unset?: string;
  /** Records of different values may stand side by side: a record says its step and its paths itself. */
  readonly besideRecord?: true;
  /** The same text for the same value. */
  text(value: T): string;
}

const number = {
  expected: 'a finite number',
  is: (value: unknown): value is number => Number.isFinite(value),
  text: String,
};
const words = (most: number) => ({
  expected: `text of at most ${most} characters`,
  is: (value: unknown): value is string => typeof value === 'string' && value.length <= most,
  text: (value: string) => value,
});

export const sweepOptions = {
  metric: { ...words(2_000), flag: '--metric' },
  scenario: { ...words(200), flag: '--scenario', unset: 'none' },
  set: {
    flag: '--set',
    expected: 'a number for each name',
    is: (value: unknown): value is Readonly<Record<string, number>> =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(number.is),
    text(value: Readonly<Record<string, number>>) {
      const pairs = Object.entries(value).map(([name, own]) => `${name}=${own}`);
      return pairs.length === 0 ? 'none' : pairs.sort().join(' ');
    },
  },
  seed: { ...words(10_000), flag: '--seed', text: (value: string) => JSON.stringify(value) },
  tolerance: { ...number, flag: '--tolerance', unset: 'none', besideRecord: true },
  paths: { ...number, flag: '--paths', unset: 'chosen', besideRecord: true },
  horizon: { ...number, flag: '--horizon' },
  dt: { ...number, flag: '--dt', unset: 'chosen', besideRecord: true },
  scheme: {
    flag: '--scheme',
    expected: `one of ${Object.keys(schemes).join(', ')}`,
    is: (value: unknown): value is keyof typeof schemes => typeof value === 'string' && Object.hasOwn(schemes, value),
    unset: 'chosen',
    besideRecord: true,
    text: (value: string) => value,
  },
  delta: { ...number, flag: '--delta' },
  independent: {
    flag: '--independent',
    expected: 'true or false',
    is: (value: unknown): value is boolean => typeof value === 'boolean',
    text: (value: boolean) => (value ? 'yes' : 'no'),
  },
} satisfies { readonly [K in keyof Required<SweepSettings>]: SweepOption<NonNullable<SweepSettings[K]>> };

export type SweepOptionName = keyof typeof sweepOptions;

/** The options by name, for who goes over all of them. */
export function eachSweepOption(): [SweepOptionName, SweepOption<unknown>][] {
  return Object.entries(sweepOptions) as unknown as [SweepOptionName, SweepOption<unknown>][];
}

/** Those that have a value, of something that may hold more. */
export function givenOptions(from: { readonly [K in SweepOptionName]?: SweepSettings[K] | null }): SweepSettings {
  const given = eachSweepOption().flatMap(([name]) => ((from[name] ?? null) === null ? [] : [[name, from[name]]]));
  return Object.fromEntries(given) as SweepSettings;
}
