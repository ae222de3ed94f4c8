/**
 * Game file to game.
 */
import { buildGame } from '../definition/build-game.js';
import { inFileOrder, type Ledger } from '../definition/ledger.js';
import { GameError } from '../fault/game-error.js';
import type { Game } from '../game/game.js';
import { fullWidthFaults } from './full-width.js';
import { yamlSource } from './yaml-source.js';

/**
 * Reads the text of a game file, YAML 1.2 or JSON, of at most 1,048,576 characters.
 * @param options.file Name of the file, for messages. Nothing is opened.
 * @throws GameError with every fault, each with line and column.
 */
export function readGame(text: string, options: { readonly file?: string } = {}): Game {
  const ledger: Ledger = { faults: [], marks: new Map() };
  const source = yamlSource(text, ledger);
  try {
    if (source === undefined) throw new GameError(inFileOrder(ledger.faults), options.file);
    return buildGame(source, ledger, options.file);
  } catch (error) {
    const punctuation = fullWidthFaults(text, ledger.faults);
    if (punctuation.length === 0) throw error;
    throw new GameError(inFileOrder([...punctuation, ...ledger.faults]), options.file);
  }
}
