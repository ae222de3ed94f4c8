/**
 * Which browser the tests drive. Owns the search; the places are data, because `scripts/system.mjs` looks at the same ones.
 */
import { existsSync } from 'node:fs';
import places from './chromium-places.json' with { type: 'json' };

/**
 * Path of a Chromium or Chrome: `CHROME_PATH` where it is set, otherwise the first of the platform's usual places.
 *
 * @throws when `CHROME_PATH` names no file, or when it is not set and no usual place has a browser.
 */
export function findChromium(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, but there is no such file. Set it to a Chromium or Chrome, or unset it.`);
  }
  const usual = (places as Record<string, string[]>)[process.platform] ?? [];
  const found = usual.find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    `No Chromium or Chrome found (looked at ${usual.join(', ') || `nothing: platform ${process.platform} is unknown`}). ` +
      'Install one, or set CHROME_PATH to it.',
  );
}
