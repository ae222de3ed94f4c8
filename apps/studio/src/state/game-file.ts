/**
 * The text of a game file as a form sees it: formulas by their place, read and written without touching the rest, comments
 * and line breaks included.
 */
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Keys and indices from the top of the file, such as `['payoffs', 2, 'pay', 'A']`. */
export type Place = readonly (string | number)[];

/** One formula of the file as it is written. */
export interface WrittenFormula {
  readonly place: Place;
  readonly text: string;
}

export interface WrittenRow {
  /** Where it stands, such as `payoffs[2]`. */
  readonly path: string;
  /** Strategy names. */
  readonly when: readonly string[];
  /** By player. */
  readonly pay: Readonly<Record<string, WrittenFormula>>;
}

export interface GameForm {
  /** The payoff table, where the file has one. */
  readonly table: readonly WrittenRow[] | null;
  /** Formulas by player and own strategy, where the file has these. */
  readonly byStrategy: readonly {
    readonly player: string;
    readonly strategy: string;
    readonly formula: WrittenFormula;
  }[];
  readonly where: readonly { readonly name: string; readonly formula: WrittenFormula }[];
}

/** What can be edited in a form; null where the text is no YAML map. */
export function formOf(text: string): GameForm | null {
  const document = parse(text);
  if (document === null) return null;
  const payoffs = document.getIn(['payoffs']);
  const formula = (place: Place): WrittenFormula => ({ place, text: written(document, place) });
  const table = isSeq(payoffs)
    ? payoffs.items.map((_, row): WrittenRow => {
        const when = document.getIn(['payoffs', row, 'when']);
        const pay = keys(document, ['payoffs', row, 'pay']);
        return {
          path: pathOf(['payoffs', row]),
          when: isSeq(when) ? when.items.map((item) => String(isScalar(item) ? item.value : '')) : [],
          pay: Object.fromEntries(pay.map((player) => [player, formula(['payoffs', row, 'pay', player])])),
        };
      })
    : null;
  const byStrategy = isMap(payoffs)
    ? keys(document, ['payoffs']).flatMap((player) =>
        keys(document, ['payoffs', player]).map((strategy) => ({
          ...{ player, strategy },
          formula: formula(['payoffs', player, strategy]),
        })),
      )
    : [];
  const where = keys(document, ['where']).map((name) => ({ name, formula: formula(['where', name]) }));
  return { table, byStrategy, where };
}

/** The text with another formula at `place`. A number is written as a number, everything else as text. */
export function withFormula(text: string, place: Place, formula: string): string {
  const document = parse(text);
  if (document === null) return text;
  const trimmed = formula.trim();
  const isNumber = trimmed !== '' && Number.isFinite(Number(trimmed)) && String(Number(trimmed)) === trimmed;
  document.setIn(place, isNumber ? Number(trimmed) : formula);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** As faults write a place, such as `payoffs[2].pay.A`. */
export function pathOf(place: Place): string {
  return place.map((step, k) => (typeof step === 'number' ? `[${step}]` : k === 0 ? step : `.${step}`)).join('');
}

function parse(text: string): Document | null {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  return document.errors.length === 0 && isMap(document.contents) ? document : null;
}

function keys(document: Document, place: Place): string[] {
  const node = document.getIn(place);
  return isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
}

function written(document: Document, place: Place): string {
  const value = document.getIn(place);
  return value === null || value === undefined ? '' : String(value);
}
