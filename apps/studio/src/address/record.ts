/**
 * State to the plain record that goes into the address and the storage, and back. A record says only what differs from the
 * first state of its game. Reading trusts nothing: what is not understood is refused with its place.
 */
import { bundledGameNames, bundledGameText, gameLimits } from '@trilogue/core';
import { type AskedOptions, eachSweepOption } from '@trilogue/engine';
import { backendChoices, firstGame, languages, type StudioState, stateOfGame, themes, viewNames } from '../state/state';
import { type Check, finite, listed, nullable, object, RecordError, shown, text, whole, within } from './check';
import { options } from './options';

const version = 2;

/** A record, ready for JSON. */
export type StateRecord = Readonly<Record<string, unknown>>;

export function writeRecord(state: StudioState): StateRecord {
  const bundled = bundledGameNames.find((name) => bundledGameText(name) === state.gameText);
  const usual = stateOfGame(state.gameText);
  const changed = Object.entries(state).filter(
    ([name, value]) =>
      name !== 'gameText' && JSON.stringify(value) !== JSON.stringify(usual[name as keyof StudioState]),
  );
  return {
    version,
    ...(bundled === undefined ? { text: state.gameText } : { game: bundled }),
    ...Object.fromEntries(changed),
  };
}

/** The game of a record alone, where the rest of it cannot be used. @throws RecordError where that cannot be either. */
export function readGameOf(found: unknown): StudioState {
  const { version: of, game, text: written } = object()(found, 'state');
  return readRecord({ version: of, game, text: written });
}

/** The text of a record's own game as it stands there; null where it is a bundled game. Nothing of it is read. */
export function ownGameOf(found: unknown): string | null {
  const { text: written } = object()(found, 'state');
  return written === undefined ? null : text(gameLimits.file)(written, 'text');
}

/** @throws RecordError that names the first entry that cannot be. */
export function readRecord(found: unknown): StudioState {
  const record = object()(found, 'state');
  if (record.version !== version) {
    throw new RecordError('version', shown(record.version), `${version}, the only one this page knows`);
  }
  const { version: _, game, text: written, ...rest } = record;
  const gameText =
    written === undefined
      ? bundledGameText(listed(bundledGameNames)(game ?? firstGame, 'game'))
      : text(gameLimits.file)(written, 'text');
  const entries = Object.entries(rest).map(([name, value]) => {
    if (!Object.hasOwn(checks, name)) throw new RecordError(name, 'an entry', 'none of that name');
    return [name, checks[name as keyof typeof checks](value, name)];
  });
  const state: StudioState = { ...stateOfGame(gameText), ...Object.fromEntries(entries) };
  const { tolerance, paths, dt } = state;
  if (tolerance === null ? paths === null : paths !== null || dt !== null) {
    throw new RecordError('tolerance', shown({ tolerance, paths, dt }), 'a tolerance, or paths and perhaps a step');
  }
  return state;
}

const name = text(200);
const axis: Check<StudioState['x']> = (found, place) => {
  const { name: of, from, to, ...rest } = object()(found, place);
  none(rest, place);
  const ends = { from: finite(from, `${place}.from`), to: finite(to, `${place}.to`) };
  if (!(ends.from < ends.to)) throw new RecordError(place, `${ends.from} to ${ends.to}`, 'a lower and a higher end');
  return { name: name(of, `${place}.name`), ...ends };
};

const values: Check<StudioState['set']> = (found, place) =>
  Object.fromEntries(
    Object.entries(object(2000)(found, place)).map(([key, value]) => [
      name(key, place),
      finite(value, `${place}.${key}`),
    ]),
  );

/** Every option that decides numbers; those with a control of their own are bounded as that is. */
const optionChecks = Object.fromEntries(
  eachSweepOption().map(([name, { is, expected }]) => {
    const check: Check<unknown> = (found, place) => {
      if (is(found)) return found;
      throw new RecordError(place, shown(found), expected);
    };
    return [name, nullable(check)];
  }),
) as { readonly [Name in keyof AskedOptions]: Check<AskedOptions[Name]> };

/** What each entry may be. */
const checks: { readonly [Name in Exclude<keyof StudioState, 'gameText'>]: Check<StudioState[Name]> } = {
  ...optionChecks,
  set: values,
  seed: text(1000),
  tolerance: nullable(within(1e-4, 0.5)),
  paths: nullable(whole(1, 10_000_000)),
  dt: nullable(within(1e-6, 1e6)),
  horizon: nullable(within(1e-6, 1e6)),
  x: axis,
  y: axis,
  cells: whole(5, 101),
  metric: text(1000),
  backend: listed(backendChoices),
  view: listed(viewNames),
  options,
  language: nullable(listed(languages)),
  theme: nullable(listed(themes)),
};

function none(rest: object, place: string): void {
  const [first] = Object.keys(rest);
  if (first !== undefined) throw new RecordError(`${place}.${first}`, 'an entry', 'none of that name');
}
