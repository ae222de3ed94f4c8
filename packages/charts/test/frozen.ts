/**
 * A value that throws when it is changed, to prove that chart functions leave their inputs alone.
 */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
