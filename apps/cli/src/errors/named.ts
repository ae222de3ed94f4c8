/** Errors by their name, so that no command loads a package only to recognise its errors. */
export function isNamed<T extends Error>(error: unknown, name: T['name']): error is T {
  return error instanceof Error && error.name === name;
}
