import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { driftAt, jacobianAt } from '../../src/equation/readings/numbers.js';
import { fieldAt } from '../../src/field/compile.js';
import { pointAt } from '../../src/game/point-at.js';
import { bundledGame, bundledGameNames, bundledGameText } from '../../src/games/bundled.js';

const folder = new URL('../../', import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, folder));

function fieldOf(name: string) {
  const game = bundledGame(name);
  return fieldAt(game, pointAt(game));
}

describe('bundled games', () => {
  it('are the files of the games folder', () => {
    const files = readdirSync(path('games')).map((file) => file.replace('.game.yaml', ''));
    expect([...bundledGameNames]).toEqual(files.sort());
    for (const name of bundledGameNames) {
      expect(bundledGameText(name)).toBe(readFileSync(path(`games/${name}.game.yaml`), 'utf8'));
      expect(bundledGame(name).name).toBe(name);
    }
  });

  it('are embedded as the script would embed them now', () => {
    const printed = execFileSync(process.execPath, [path('scripts/embed-games.mjs'), '--print'], { encoding: 'utf8' });
    expect(readFileSync(path('src/games/texts.generated.ts'), 'utf8')).toBe(printed);
  });

  it('have a title and a range with a group for every parameter, and a source', () => {
    for (const name of bundledGameNames) {
      const game = bundledGame(name);
      expect(game.source).toBeDefined();
      for (const parameter of game.parameters) {
        expect(parameter.title, parameter.name).toBeDefined();
        expect(parameter.group, parameter.name).toBeDefined();
        expect(parameter.range, parameter.name).toBeDefined();
      }
    }
  });

  it.each(['constructor', '__proto__', 'toString', ''])('do not include %s', (name) => {
    expect(() => bundledGame(name)).toThrow('unknown game');
  });

  it('suggest the nearest name', () => {
    expect(() => bundledGame('data-shring')).toThrow('Did you mean "data-sharing"?');
  });

  it('have the equilibria that books give them', () => {
    expect(driftAt(fieldOf('hawk-dove'), [0.5])[0]).toBeCloseTo(0, 14);
    expect(jacobianAt(fieldOf('hawk-dove'), [0.5])[0]![0]).toBeLessThan(0);
    expect([...driftAt(fieldOf('hawk-dove-asymmetric'), [0.5, 0.625])].every((d) => Math.abs(d) < 1e-14)).toBe(true);
    expect(driftAt(fieldOf('stag-hunt'), [0.75])[0]).toBeCloseTo(0, 14);
    expect(jacobianAt(fieldOf('stag-hunt'), [0.75])[0]![0]).toBeGreaterThan(0);
    expect(driftAt(fieldOf('prisoners-dilemma'), [0.5])[0]).toBeLessThan(0);
    for (const d of driftAt(fieldOf('rock-paper-scissors'), [1 / 3, 1 / 3])) expect(d).toBeCloseTo(0, 14);
    const centre = jacobianAt(fieldOf('rock-paper-scissors'), [1 / 3, 1 / 3]);
    expect(centre[0]![0]! + centre[1]![1]!).toBeCloseTo(0, 14);
    const pennies = jacobianAt(fieldOf('matching-pennies'), [0.5, 0.5]);
    expect(pennies[0]![0]! + pennies[1]![1]!).toBeCloseTo(0, 14);
    expect(pennies[0]![1]! * pennies[1]![0]!).toBeLessThan(0);
  });

  it('say that the data-sharing table is a reconstruction', () => {
    expect(bundledGame('data-sharing').source).toContain('Reconstruction');
  });
});
