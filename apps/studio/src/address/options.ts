/**
 * The settings of each view as they may stand in an address. A view reads what its own checks let through.
 */
import { type StudioState, type ViewName, type ViewOptions, viewNames } from '../state/state';
import { bool, type Check, finite, listed, object, RecordError, text, within } from './check';

/** Numbers of single paths that can be chosen. */
export const pathCounts = [0, 5, 10, 20];
export const usualPaths = 10;

/** Samples of the last pass that can be chosen. */
export const sampleChoices = [256, 1024, 4096];
export const usualSamples = 1024;

type Checks = Readonly<Record<string, Check<string | number | boolean>>>;

const checks: Readonly<Partial<Record<ViewName, Checks>>> = {
  evolution: { paths: listed(pathCounts), still: bool },
  cube: { azimuth: finite, elevation: within(-90, 90), noisy: bool },
  sensitivity: { samples: listed(sampleChoices) },
  recommendation: { target: within(0, 1e6), goal: listed(['at-least', 'at-most']), without: text(10_000) },
};
/** Columns that are compared: `file`, `now`, `scenario NAME`. */
const column = /^(file|now|scenario .{1,200})$/s;

export const options: Check<StudioState['options']> = (found, place) =>
  Object.fromEntries(
    Object.entries(object()(found, place)).map(([name, of]) => {
      const view = listed(viewNames)(name, place);
      return [view, viewOptions(view, of, `${place}.${view}`)];
    }),
  );

function viewOptions(view: ViewName, found: unknown, place: string): ViewOptions {
  return Object.fromEntries(
    Object.entries(object(100)(found, place)).map(([name, value]) => {
      const own = checks[view] ?? {};
      const check = view === 'scenarios' && column.test(name) ? bool : Object.hasOwn(own, name) ? own[name] : undefined;
      if (check === undefined) throw new RecordError(`${place}.${name}`, 'an entry', 'none of that name');
      return [name, check(value, `${place}.${name}`)];
    }),
  );
}
