import type { FieldShape, NoiseKind } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/errors.js';
import { accurateScheme, chooseScheme, steppedScheme } from '../../src/schemes/choose.js';
import type { SchemeName } from '../../src/schemes/contract.js';
import { noises } from '../random-game.js';

function shapeOf(noise: NoiseKind, ...strategies: number[]): FieldShape {
  const coordinates = strategies.reduce((sum, count) => sum + count - 1, 0);
  const empty = { advantages: [], levels: [], intensities: [], rates: [], stateNoises: [], atoms: [], numbers: [] };
  return { strategies, coordinates, ...empty, dynamics: 'replicator', noise };
}

describe('chooseScheme', () => {
  it('takes weak-euler by default, and absorbing-euler under demographic noise', () => {
    expect(noises.map((noise) => chooseScheme(shapeOf(noise, 2, 2), undefined).name)).toEqual([
      'weak-euler',
      'absorbing-euler',
      'weak-euler',
      'weak-euler',
    ]);
    expect(chooseScheme(shapeOf('demographic', 2, 3), undefined).name).toBe('absorbing-euler');
  });

  it('takes the one that is asked for', () => {
    expect(chooseScheme(shapeOf('demographic', 2), 'euler').name).toBe('euler');
    expect(chooseScheme(shapeOf('replicator', 2), 'weak-2').name).toBe('weak-2');
  });

  it.each([
    ['heun', shapeOf('none', 2), 'unknown scheme "heun". Known: euler, weak-euler, '],
    ['constructor', shapeOf('none', 2), 'unknown scheme "constructor"'],
    ['milstein', shapeOf('replicator', 3), 'scheme "milstein" is for players of two strategies each'],
    ['logit-euler', shapeOf('demographic', 2), 'Use euler, weak-euler, absorbing-euler.'],
    [
      'absorbing-euler',
      shapeOf('replicator', 2),
      'Use euler, weak-euler, milstein, logit-euler, weak-2, logit-weak-2.',
    ],
  ])('refuses %s where it is unknown or not made for the game, and says what is', (name, shape, message) => {
    const choose = () => chooseScheme(shape, name as SchemeName);
    expect(choose).toThrow(EngineError);
    expect(choose).toThrow(message);
  });
});

describe('accurateScheme', () => {
  it('has the highest weak order that the noise and the number of strategies admit', () => {
    expect(noises.map((noise) => accurateScheme(shapeOf(noise, 2, 2)))).toEqual([
      'logit-weak-2',
      'absorbing-euler',
      'weak-2',
      'dormand-prince',
    ]);
    expect(noises.map((noise) => accurateScheme(shapeOf(noise, 2, 3)))).toEqual([
      'logit-weak-2',
      'absorbing-euler',
      'euler',
      'dormand-prince',
    ]);
  });

  it('has no scheme of demographic noise where shares have no noise of their own', () => {
    const switching = (noise: NoiseKind): FieldShape => ({
      ...shapeOf(noise, 2, 2),
      states: [{ name: 'crisis', low: 0, high: 1, noisy: false, regime: true }],
    });
    expect(noises.map((noise) => accurateScheme(switching(noise)))).toEqual([
      'euler',
      'absorbing-euler',
      'euler',
      'euler',
    ]);
    expect(noises.map((noise) => steppedScheme(switching(noise)))).toEqual([
      'euler',
      'absorbing-euler',
      'euler',
      'euler',
    ]);
    expect(noises.map((noise) => chooseScheme(switching(noise), undefined).name)).toEqual([
      'euler',
      'absorbing-euler',
      'euler',
      'euler',
    ]);
  });
});
