/**
 * Checks that need a whole game: payoffs are polynomials, and every named point of the game can be computed.
 */
import { meaningsWithAtoms } from '../field/advantages.js';
import { payoffFaults } from '../field/blame.js';
import { fieldCompiler } from '../field/compile.js';
import { createTape } from '../field/tape.js';
import type { Game } from '../game/game.js';
import { pointAt } from '../game/point-at.js';
import { attempt, type Ledger } from './ledger.js';

/** Writes down what is wrong with a game whose sections are right by themselves. */
export function checkGame(game: Game, ledger: Ledger): void {
  const payoffs = { path: 'payoffs', place: 'payoffs' };
  const tape = createTape();
  const meanings = attempt(ledger, payoffs, () => meaningsWithAtoms(game, tape.arithmetic, tape.parameter).meanings);
  if (meanings === undefined) return;
  for (const fault of payoffFaults(game, meanings)) ledger.faults.push({ ...fault, ...ledger.marks.get(fault.path) });
  if (ledger.faults.length > 0) return;
  const compiler = attempt(ledger, payoffs, () => fieldCompiler(game));
  if (compiler === undefined) return;

  const before = ledger.faults.length;
  attempt(ledger, payoffs, () => compiler.coefficientsAt(pointAt(game)));
  if (ledger.faults.length > before) return;
  for (const scenario of Object.keys(game.scenarios)) {
    const from = ledger.faults.length;
    attempt(ledger, { path: `scenarios.${scenario}`, place: `scenario ${scenario}` }, () =>
      compiler.coefficientsAt(pointAt(game, { scenario })),
    );
    const found = ledger.faults.splice(from);
    ledger.faults.push(...found.map((fault) => ({ ...fault, place: `${fault.place}, in scenario ${scenario}` })));
  }
}
