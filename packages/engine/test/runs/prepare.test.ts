import { bundledGame, fieldCompiler, type Game, pointAt, readGame } from '@trilogue/core';
import { keyOf } from '@trilogue/random';
import { describe, expect, it } from 'vitest';
import type { Tracker } from '../../src/measures/observe/tracker.js';
import { readCells } from '../../src/runs/cell-numbers.js';
import { prepare, type RunOptions } from '../../src/runs/prepare.js';

const sharing = bundledGame('data-sharing');
const tracker: Tracker = {
  kind: 'gap',
  a: { coordinates: [0], complement: false },
  b: { coordinates: [1], complement: false },
};

function prepared(options: Partial<RunOptions> = {}, sets: Record<string, number>[] = [{}], trackers: Tracker[] = []) {
  const all = { game: sharing, ...options };
  const point = (cell: number) => pointAt(all.game, { scenario: all.scenario, set: { ...all.set, ...sets[cell] } });
  return prepare(
    all,
    readCells(all.game, { count: sets.length, pointOf: point, streamOf: (cell) => 10 + cell }),
    trackers,
  );
}

describe('prepare', () => {
  it('gives a program the numbers of each cell and its step in single precision, in a unit of time that changes no digit', () => {
    const sets: Record<string, number>[] = [{}, { tau: 0.9, sigma_A: 0.7 }];
    const { cells, program, grid } = prepared({ dt: 0.05 }, sets);
    expect(grid).toEqual({ horizon: 20, steps: 400, dt: 0.05 });
    const { coefficientsAt } = fieldCompiler(sharing);
    const expected = sets.flatMap((set) => {
      const point = pointAt(sharing, { set });
      // 1/16 is the power of 4 next to 0.05
      const [terms, sigma] = [Array.from(coefficientsAt(point), (c) => c / 16), point.sigma.map((s) => s / 4)];
      return [...terms, ...sigma, 0.05 * 16, Math.sqrt(0.05) * 4];
    });
    expect([...cells.coefficients]).toEqual(expected.map(Math.fround));
    expect(cells.coefficients).toHaveLength(2 * program.coefficients);
  });

  it('starts every cell at its own shares, with the trackers after them', () => {
    const { cells, firstTracker, program } = prepared({ scheme: 'euler' }, [{}, { 'initial.A': 0.75 }], [tracker]);
    // Gaussian increments can leave [0, 1], so that hits are counted before the trackers that were asked for
    expect(program.registers).toEqual(['x0', 'x1', 'x2', 'hits0', 'gap1']);
    expect(firstTracker).toBe(4);
    expect([...cells.start]).toEqual([0.5, 0.5, 0.5, 0, 0, 0.75, 0.5, 0.5, 0, 0.125]);
  });

  it('addresses streams as it is told, by the key of the seed', () => {
    const { cells, key, seed } = prepared({ seed: 'a seed' }, [{}, {}]);
    expect([...cells.streams]).toEqual([10, 11]);
    expect(key).toEqual(keyOf('a seed'));
    expect(seed).toBe('a seed');
    expect(prepared().key).toEqual(keyOf('trilogue'));
    expect(prepared({ seed: '' }).key).toEqual(keyOf(''));
  });

  it('clamps only where a share could leave', () => {
    // bounded increments through the payoffs: proven inside at a small step, not at a large one
    expect(prepared({ dt: 0.05 }).hits).toBeNull();
    expect(prepared({ dt: 0.5 }).hits).toBe(3);
    expect(prepared({ scheme: 'euler', dt: 0.01 }).hits).toBe(3);
    expect(prepared({ dt: 0.05 }, [{}, { sigma_A: 8 }]).hits).toBe(3);
    const noise = (kind: 'none' | 'demographic' | 'multiplicative'): Game => ({
      ...sharing,
      noise: { ...sharing.noise, kind },
    });
    expect(prepared({ game: noise('none'), scheme: 'euler', dt: 0.05 }).hits).toBeNull();
    expect(prepared({ game: noise('demographic'), dt: 0.01 }).hits).toBeNull();
    expect(prepared({ game: noise('demographic'), scheme: 'euler', dt: 0.01 }).hits).toBe(3);
    expect(prepared({ game: noise('multiplicative'), dt: 0.01 }).hits).toBe(3);
    // two coordinates, then the last share of three
    expect(prepared({ game: bundledGame('rock-paper-scissors'), dt: 0.01 }).hits).toBe(3);
  });

  it('proves that by the largest advantage over all states, whatever the signs of its terms', () => {
    // advantage -8 + 16 x: 8 at both ends; a step of 0.12 keeps |advantage dt| below 1, one of 0.13 does not
    const steep = readGame(`
game: steep
against: self
players: { crowd: { strategies: [up, down] } }
payoffs: { crowd: { up: 16 * crowd.up, down: 8 } }
horizon: 12
`);
    expect(prepared({ game: steep, dt: 0.12 }).hits).toBeNull();
    expect(prepared({ game: steep, dt: 0.13 }).hits).toBe(1);
  });

  it('chooses one default step for all cells, by the largest payoff and noise among them', () => {
    const small = prepared({}, [{}]).grid.dt;
    const wild = prepared({}, [{ sigma_A: 6 }]).grid.dt;
    expect(wild).toBeLessThan(small);
    expect(prepared({}, [{}, { sigma_A: 6 }]).grid.dt).toBe(wild);
  });

  it('writes the same program for all cells: structure only', () => {
    expect(prepared({ dt: 0.05 }, [{}, { tau: 0.1 }]).program).toEqual(prepared({ dt: 0.05 }).program);
  });
});
