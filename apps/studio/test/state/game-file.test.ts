/** Formulas of a game file, edited in place. */
import { bundledGameText, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { formOf, pathOf, withFormula } from '../../src/state/game-file';

const text = bundledGameText('data-sharing');

describe('formOf', () => {
  it('finds the payoff table and the named expressions', () => {
    const form = formOf(text)!;
    expect(form.table).toHaveLength(8);
    expect(form.table![2]).toMatchObject({ path: 'payoffs[2]', when: ['share', 'withhold', 'coordinate'] });
    expect(form.table![2]!.pay.B!.text).toBe('phi*b_B - p');
    expect(form.where.map(({ name }) => name)).toContain('joint_A');
  });

  it('finds formulas by strategy', () => {
    const form = formOf('payoffs: { A: { a: "x*2", b: 1 } }')!;
    expect(form.table).toBeNull();
    expect(form.byStrategy.map(({ player, strategy, formula }) => [player, strategy, formula.text])).toEqual([
      ['A', 'a', 'x*2'],
      ['A', 'b', '1'],
    ]);
  });

  it('has no form for what is no map', () => {
    expect(formOf('- 1')).toBeNull();
    expect(formOf('a: [')).toBeNull();
  });
});

describe('withFormula', () => {
  const place = ['payoffs', 2, 'pay', 'B'];

  it('changes one formula and keeps the comments', () => {
    const changed = withFormula(text, place, 'phi*b_B - 2*p');
    expect(formOf(changed)!.table![2]!.pay.B!.text).toBe('phi*b_B - 2*p');
    expect(changed).toContain('# What joint sharing brings to each department');
    const before = readGame(text);
    expect(readGame(changed)).toMatchObject({ parameters: before.parameters, scenarios: before.scenarios });
  });

  it.each(['', ' ', '1e', '- p', '"', 'a: b', '#', '0x10', 'null', '1.50'])(
    'gives back %j as it was typed',
    (typed) => {
      expect(formOf(withFormula(text, place, typed))!.table![2]!.pay.B!.text).toBe(typed);
    },
  );

  it('writes numbers as numbers', () => {
    expect(withFormula(text, place, '2.5')).toContain('B: 2.5');
  });
});

describe('pathOf', () => {
  it('is what faults call a place', () => {
    expect(pathOf(['payoffs', 2, 'pay', 'B'])).toBe('payoffs[2].pay.B');
  });
});
