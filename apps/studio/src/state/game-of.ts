/**
 * From the text of a game file to the game, or to what is wrong with it. The last few texts are remembered, because every
 * part of the page asks.
 */
import { type Fault, type Game, GameError, readGame } from '@trilogue/core';

export type ReadGame =
  | { readonly game: Game; readonly faults: readonly [] }
  | { readonly game: null; readonly faults: readonly Fault[] };

const remembered = new Map<string, ReadGame>();
const most = 8;

export function gameOf(text: string): ReadGame {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const read = readOnce(text);
  remembered.set(text, read);
  if (remembered.size > most) remembered.delete(remembered.keys().next().value!);
  return read;
}

function readOnce(text: string): ReadGame {
  try {
    return { game: readGame(text), faults: [] };
  } catch (error) {
    if (error instanceof GameError) return { game: null, faults: error.faults };
    throw error;
  }
}
