/**
 * The `parameters` section.
 */
import type { Parameter } from '../game/game.js';
import type { Place } from '../game/place.js';
import { type Ledger, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { checkCount, checkName, inside, readList, readMap, readNumber, readRecord, readText } from './read.js';
import type { Source, SourceEntry } from './source.js';

/**
 * Parameters in written order. One without a usable value has the value 1, so that its name is known to what follows.
 * @param taken Names already used, with what for.
 */
export function readParameters(source: Source, taken: Map<string, string>, ledger: Ledger): Parameter[] {
  const place = { path: 'parameters', place: 'parameters' };
  const entries = readMap(source, place, ledger, 'a map from name to value');
  if (!checkCount(entries.size, gameLimits.parameters, 'parameters', source, place, ledger)) return [];
  return [...entries.values()].map((entry) => {
    const own = inside(place, entry.key, `parameter ${entry.key}`);
    checkName(entry.key, entry, own, ledger);
    claim(entry.key, 'a parameter', entry, own, taken, ledger);
    return readParameter(entry, own, ledger);
  });
}

/** A number alone is a value without a range. */
function readParameter({ key, value: source }: SourceEntry, place: Place, ledger: Ledger): Parameter {
  if (source.kind === 'scalar') return { name: key, value: readNumber(source, place, ledger) ?? 1 };
  const fields = readRecord(source, place, ledger, { required: ['value'], optional: ['range', 'group', 'title'] });
  const [given, span] = [fields.get('value')?.value, fields.get('range')?.value];
  const value = given && readNumber(given, inside(place, 'value', `value of ${place.place}`), ledger);
  const range = span && readRange(span, inside(place, 'range', `range of ${place.place}`), ledger);
  if (value !== undefined && range !== undefined && (value < range[0] || value > range[1])) {
    const expected = `a value in its range, ${range[0]} to ${range[1]}`;
    report(ledger, given!, inside(place, 'value', place.place), {
      code: 'bad-range',
      found: `value ${value}`,
      expected,
    });
  }
  const texts = (['group', 'title'] as const).flatMap((field) => {
    const text = fields.get(field)?.value;
    const read = text && readText(text, inside(place, field, `${field} of ${place.place}`), ledger);
    return read === undefined ? [] : [[field, read]];
  });
  return { name: key, value: value ?? 1, ...(range && { range }), ...Object.fromEntries(texts) };
}

export function readRange(source: Source, place: Place, ledger: Ledger): [number, number] | undefined {
  const items = readList(source, place, ledger, 'a list of two numbers, low and high');
  if (source.kind === 'list' && items.length !== 2) {
    report(ledger, source, place, {
      code: 'bad-range',
      found: `${items.length} entries`,
      expected: 'two, low and high',
    });
  }
  if (items.length !== 2) return undefined;
  const [low, high] = items.map((item) => readNumber(item, place, ledger));
  if (low === undefined || high === undefined) return undefined;
  if (low < high) return [low, high];
  report(ledger, source, place, { code: 'bad-range', found: `${low} to ${high}`, expected: 'low below high' });
  return undefined;
}

/** Takes a name for one use; a fault where it has another already. */
export function claim(
  name: string,
  use: string,
  entry: SourceEntry,
  place: Place,
  taken: Map<string, string>,
  ledger: Ledger,
): void {
  const before = taken.get(name);
  if (before === undefined) taken.set(name, use);
  else {
    const found = `the name "${name}", which is ${before} already`;
    report(ledger, entry, place, { code: 'name-clash', found, expected: 'a name of its own' });
  }
}
