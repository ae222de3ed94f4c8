import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/errors.js';
import { parseMetric } from '../../../src/measures/metric/parse-metric.js';

const sharing = bundledGame('data-sharing');
const rock = bundledGame('rock-paper-scissors');

describe('parseMetric', () => {
  it.each([
    ['P(share,share,coordinate)', { kind: 'P', pattern: [0, 0, 0] }],
    ['P(withhold,*,stand_by)', { kind: 'P', pattern: [1, null, 1] }],
    ['P(*,*,coordinate)', { kind: 'P', pattern: [null, null, 0] }],
    ['T(share,share,*)', { kind: 'T', pattern: [0, 0, null] }],
    ['P(1,1,0)', { kind: 'P', pattern: [0, 0, 1] }],
    ['T(1, *, stand_by)', { kind: 'T', pattern: [0, null, 1] }],
    ['mean(A.share)', { kind: 'mean', share: { player: 0, strategy: 0 } }],
    ['mean(M.stand_by)', { kind: 'mean', share: { player: 2, strategy: 1 } }],
    ['sd(B.share)', { kind: 'sd', share: { player: 1, strategy: 0 } }],
    ['quantile(A.share,0.9)', { kind: 'quantile', share: { player: 0, strategy: 0 }, part: 0.9 }],
    ['quantile(A.share,1e-3)', { kind: 'quantile', share: { player: 0, strategy: 0 }, part: 0.001 }],
    ['gap(A.share,B.share)', { kind: 'gap', a: { player: 0, strategy: 0 }, b: { player: 1, strategy: 0 } }],
    ['gap(A.share,A.withhold)', { kind: 'gap', a: { player: 0, strategy: 0 }, b: { player: 0, strategy: 1 } }],
    ['  P ( share , * , coordinate ) ', { kind: 'P', pattern: [0, null, 0] }],
  ])('reads %s', (text, metric) => {
    expect(parseMetric(sharing, text)).toEqual(metric);
  });

  it('reads games of one player and more strategies', () => {
    expect(parseMetric(rock, 'P(scissors)')).toEqual({ kind: 'P', pattern: [2] });
    expect(() => parseMetric(rock, 'P(1)')).toThrow('player crowd has no strategy "1"');
    expect(parseMetric(rock, 'mean(crowd.paper)')).toEqual({ kind: 'mean', share: { player: 0, strategy: 1 } });
  });

  it.each([
    ['', 'it has none of the forms P(strategy,...), T(strategy,...), mean(player.strategy)'],
    ['P', 'it has none of the forms'],
    ['P(share,share,coordinate', 'it has none of the forms'],
    ['P(share,share,coordinate) x', 'it has none of the forms'],
    ['P(share,(share),coordinate)', 'it has none of the forms'],
    ['2 * mean(A.share)', 'it has none of the forms'],
    ['p(share,share,coordinate)', '"p" is not one of P(strategy,...)'],
    ['median(A.share)', '"median" is not one of P(strategy,...)'],
    ['P(share,share)', 'P takes 3 in its parentheses, separated by commas, not 2'],
    ['T()', 'T takes 3 in its parentheses, separated by commas, not 1'],
    ['mean(A.share,B.share)', 'mean takes 1 in its parentheses, separated by commas, not 2'],
    ['quantile(A.share)', 'quantile takes 2 in its parentheses, separated by commas, not 1'],
    ['gap(A.share)', 'gap takes 2 in its parentheses, separated by commas, not 1'],
    ['P(*,*,*)', 'at least one strategy must be named'],
    ['P(share,shar,coordinate)', 'player B has no strategy "shar". Known: share, withhold. Did you mean "share"?'],
    ['T(share,share,2)', 'player M has no strategy "2". Known: coordinate, stand_by.'],
    ['mean(A)', '"A" is not of the form player.strategy'],
    ['mean(A.share.x)', '"A.share.x" is not of the form player.strategy'],
    ['mean()', '"" is not of the form player.strategy'],
    ['mean(*)', '"*" is not of the form player.strategy'],
    ['mean(C.share)', 'unknown player "C". Known: A, B, M'],
    ['sd(A.coordinate)', 'player A has no strategy "coordinate". Known: share, withhold'],
    ['mean(A.*)', 'player A has no strategy "*"'],
    ['gap(A.share,B.shared)', 'Did you mean "share"?'],
    ['quantile(A.share,0)', '"0" is not a number between 0 and 1'],
    ['quantile(A.share,1)', '"1" is not a number between 0 and 1'],
    ['quantile(A.share,-0.5)', '"-0.5" is not a number between 0 and 1'],
    ['quantile(A.share,)', '"" is not a number between 0 and 1'],
    ['quantile(A.share,90%)', '"90%" is not a number between 0 and 1'],
    ['quantile(A.share,NaN)', '"NaN" is not a number between 0 and 1'],
  ])('refuses "%s"', (text, message) => {
    let error: unknown;
    try {
      parseMetric(sharing, text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'metric' });
    expect((error as Error).message).toContain(`metric "${text}" cannot be read: `);
    expect((error as Error).message).toContain(message);
  });

  it('takes names of objects every object has for what they are: unknown', () => {
    expect(() => parseMetric(sharing, 'constructor(A.share)')).toThrow('"constructor" is not one of');
    expect(() => parseMetric(sharing, 'mean(A.toString)')).toThrow('player A has no strategy "toString"');
  });
});
