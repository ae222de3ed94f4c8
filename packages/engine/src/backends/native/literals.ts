/** Numbers as C literals, exact: what is printed reads back as the same number. */

/** A single-precision literal of the nearest number. */
export function floatLiteral(value: number): string {
  const single = Math.fround(value);
  return Number.isFinite(single) ? `${decimal(single)}f` : `(float)${special(single)}`;
}

export function doubleLiteral(value: number): string {
  return Number.isFinite(value) ? decimal(value) : special(value);
}

/** With a point or an exponent, so that it is no whole number. */
function decimal(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function special(value: number): string {
  return Number.isNaN(value) ? '__builtin_nan("")' : value > 0 ? '__builtin_inf()' : '(-__builtin_inf())';
}
