/**
 * What a package's README tells a new user to do: what to install beside it, and the first example.
 */

/** @param {string} markdown @returns {string | undefined} the first block of JavaScript */
export function exampleOf(markdown) {
  return /^```js\n([\s\S]*?)^```$/m.exec(markdown)?.[1];
}

/**
 * @param {string} markdown
 * @param {string} name of the package
 * @returns {string[]} what its `npm install` line names besides
 */
export function companionsOf(markdown, name) {
  const lines = [...markdown.matchAll(/npm install ([^`\n]+)/g)].map(([, list]) => list.trim().split(/\s+/));
  return (lines.find((list) => list.includes(name)) ?? []).filter((other) => other !== name && !other.startsWith('-'));
}
