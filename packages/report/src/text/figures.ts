/**
 * Numbers as people read them.
 */

/** A count with thousands separators: 2,601. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** At most six significant digits and no trailing zeros: 0.1, 12.5, 1e-9. */
export function brief(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Two significant digits, for errors: 0.0084. */
export function rough(value: number): string {
  return String(Number(value.toPrecision(2)));
}
