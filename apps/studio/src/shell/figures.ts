/**
 * Numbers as the page writes them.
 */

/** A value to four digits, such as 0.4583. */
export function brief(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A probability or a share, such as 0.512. */
export function part(value: number): string {
  return value.toFixed(3);
}

/** A large number, such as 351 M. */
export function large(value: number): string {
  const [unit, sign] = value >= 1e9 ? [1e9, 'G'] : value >= 1e6 ? [1e6, 'M'] : value >= 1e3 ? [1e3, 'k'] : [1, ''];
  const digits = (value / unit).toPrecision(3);
  return `${Number(digits)}${sign === '' ? '' : ` ${sign}`}`;
}
