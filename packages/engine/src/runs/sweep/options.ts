/**
 * The options that decide the numbers of a sweep, but for its game and axes: each said once, with what it may be and how it is written.
 * Code that passes a sweep on, stores it or compares it iterates over this table, so that no option is left out. The compiler asks for a row
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
  /** The words of a command that ask for it, where these are not the flag and the value. */
  words?(value: T): string[];
}

const number = {
  expected: 'a finite number',
  is: (value: unknown): value is number => Number.isFinite(value),
  text: String,
};
const positive = {
  ...number,
  expected: 'a number above 0',
  is: (value: unknown): value is number => number.is(value) && value > 0,
};
const whole = {
  ...number,
  expected: 'a whole number from 1',
  is: (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0,
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
    words: (value: Readonly<Record<string, number>>) =>
      Object.entries(value).flatMap(([name, own]) => ['--set', `${name}=${own}`]),
  },
  seed: { ...words(10_000), flag: '--seed', text: (value: string) => JSON.stringify(value) },
  tolerance: { ...positive, flag: '--tolerance', unset: 'none', besideRecord: true },
  paths: { ...whole, flag: '--paths', unset: 'chosen', besideRecord: true },
  horizon: { ...positive, flag: '--horizon' },
  dt: { ...positive, flag: '--dt', unset: 'chosen', besideRecord: true },
  scheme: {
    flag: '--scheme',
    expected: `one of ${Object.keys(schemes).join(', ')}`,
    is: (value: unknown): value is keyof typeof schemes => typeof value === 'string' && Object.hasOwn(schemes, value),
    unset: 'chosen',
    besideRecord: true,
    text: (value: string) => value,
  },
  delta: { ...positive, flag: '--delta' },
  independent: {
    flag: '--independent',
    expected: 'true or false',
    is: (value: unknown): value is boolean => typeof value === 'boolean',
    text: (value: boolean) => (value ? 'yes' : 'no'),
    words: (value: boolean) => (value ? ['--independent'] : []),
  },
} satisfies { readonly [K in keyof Required<SweepSettings>]: SweepOption<NonNullable<SweepSettings[K]>> };

export type SweepOptionName = keyof typeof sweepOptions;

/** The options by name, for who goes over all of them. */
export function eachSweepOption(): [SweepOptionName, SweepOption<unknown>][] {
  return Object.entries(sweepOptions) as unknown as [SweepOptionName, SweepOption<unknown>][];
}

/** Every option by name; null where it was not given. */
export type AskedOptions = { readonly [K in SweepOptionName]: NonNullable<SweepSettings[K]> | null };

/** Something that may hold options, beside other things. */
type Asking = Partial<AskedOptions>;

/** Of those, the ones that always have a value. */
type Sure<T> = { readonly [K in keyof T & SweepOptionName as T[K] extends NonNullable<unknown> ? K : never]: T[K] };

/** All options, null where they were not given, of something that may hold more. */
export function askedOptions<T extends Asking>(from: T): AskedOptions & Sure<T> {
  return Object.fromEntries(eachSweepOption().map(([name]) => [name, from[name] ?? null])) as AskedOptions & Sure<T>;
}

/** Those that have a value, of something that may hold more. */
export function givenOptions<T extends Asking>(from: T): Partial<SweepSettings> & Sure<T> {
  const given = Object.entries(askedOptions(from)).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as Partial<SweepSettings> & Sure<T>;
}

/** The words of a command that ask for the options that have a value, of something that may hold more. */
export function optionWords(from: Asking): string[] {
  return eachSweepOption().flatMap(([name, { flag, words = (value: unknown) => [flag, String(value)] }]) =>
    (from[name] ?? null) === null ? [] : words(from[name]),
  );
}

/** Words as a POSIX shell takes them: without quotes where none are needed. */
export function commandLine(words: readonly string[]): string {
  const quoted = (text: string) => (/^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  return words.map(quoted).join(' ');
}
