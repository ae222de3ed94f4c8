/**
 * The games that come with the package. Their files are in `games/`; the texts are embedded, so that they are there in a
 * browser too.
 */
import { quote } from '../fault/fault.js';
import { refuse } from '../fault/game-error.js';
import { nearestName } from '../fault/nearest-name.js';
import { readGame } from '../file/read-game.js';
import type { Game } from '../game/game.js';
import { texts } from './texts.generated.js';

/** Names of the bundled games, in alphabetical order. */
export const bundledGameNames: readonly string[] = Object.keys(texts);

/** The game file of a bundled game, with its comments. @throws GameError for a name that is not bundled. */
export function bundledGameText(name: string): string {
  if (Object.hasOwn(texts, name)) return texts[name]!;
  const suggestion = nearestName(name, bundledGameNames);
  throw refuse({
    code: 'unknown-name',
    found: `unknown game ${quote(name)}`,
    expected: 'a bundled game',
    known: bundledGameNames,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** A bundled game. @throws GameError for a name that is not bundled. */
export function bundledGame(name: string): Game {
  return readGame(bundledGameText(name), { file: `${name}.game.yaml` });
}
