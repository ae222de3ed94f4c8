/**
 * A fault: one thing that is wrong in a game, as data.
 * Owns the shape and its rendering as text. Whoever finds a fault fills it in; nothing here looks for one.
 */

/** What kind of thing is wrong. Stable: scripts may switch on it. */
export type FaultCode =
  | 'yaml'
  | 'limit'
  | 'missing-key'
  | 'unknown-key'
  | 'duplicate-key'
  | 'wrong-type'
  | 'bad-name'
  | 'name-clash'
  | 'bad-range'
  | 'bad-value'
  | 'bad-profile'
  | 'missing-rows'
  | 'duplicate-row'
  | 'syntax'
  | 'unknown-name'
  | 'not-polynomial'
  | 'cycle'
  | 'not-finite'
  | 'unsupported';

/** One thing that is wrong, with the user's own names and values. */
export interface Fault {
  readonly code: FaultCode;
  /** Address in the game file, such as `payoffs[2].pay.A`; empty for the whole file or a bare expression. */
  readonly path: string;
  /** The same place in words, such as `payoffs row 3 (share, withhold, coordinate), player A`. */
  readonly place: string;
  /** Line in the file, from 1. Absent where there is no file. */
  readonly line?: number;
  /** Column in that line, from 1. Absent where there is no file. */
  readonly column?: number;
  /** Column inside the expression, from 1. Absent where the fault is not inside an expression. */
  readonly at?: number;
  readonly found: string;
  readonly expected: string;
  /** The names that would have been understood there. */
  readonly known?: readonly string[];
  /** The known name nearest to what was found. */
  readonly suggestion?: string;
}

const shownNames = 40;

/**
 * A fault as text: `file:line:column: place: what was found; expected what.` and, where names are known, a second
 * line that lists them.
 */
export function renderFault(fault: Fault, file?: string): string {
  const address = [file, fault.line, fault.column].filter((part) => part !== undefined).join(':');
  const inside = fault.at === undefined ? '' : ` at column ${fault.at}`;
  const wanted = fault.known === undefined ? `; expected ${fault.expected}` : '';
  const head = oneLine(
    [address, fault.place, `${fault.found}${inside}${wanted}.`].filter((part) => part !== '').join(': '),
  );
  if (fault.known === undefined) return head;
  const more = fault.known.length > shownNames ? ', ...' : '';
  const names = fault.known.length === 0 ? 'none' : oneLine(fault.known.slice(0, shownNames).join(', ')) + more;
  const hint = fault.suggestion === undefined ? '' : ` Did you mean "${fault.suggestion}"?`;
  return `${head}\n  Known names: ${names}.${hint}`;
}

/** Names of a file may have line breaks, and none may pass for another line of the message. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, (found) => (found === '\n' ? '\\n' : '\\r'));
}

/** A value as it is shown in a message: quoted text, cut where it is long. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}
