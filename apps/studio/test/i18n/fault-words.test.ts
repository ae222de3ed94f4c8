/** What is wrong with a game, in Chinese: the user's own names stay, and no English phrase is left around them. */
import { bundledGameText, type Fault } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { faultWords } from '../../src/i18n/fault-words';
import { gameOf } from '../../src/state/game-of';

const right = bundledGameText('hawk-dove-asymmetric');

/** Each makes the game wrong in a way of its own. */
const wrongs: Readonly<Record<string, string>> = {
  'an unknown top key': `${right}\nextra: 1\n`,
  'a horizon below zero': right.replace(/^horizon:.*$/m, 'horizon: -1'),
  'a horizon that is text': right.replace(/^horizon:.*$/m, 'horizon: soon'),
  'no players': right.replace(/^players:[\s\S]*?\n(?=\w)/m, ''),
  'a name that is reserved': right.replace(/^parameters:\n/m, 'parameters:\n  constructor: 1\n'),
  'a range upside down': right.replace(/^parameters:\n/m, 'parameters:\n  extra: { value: 1, range: [2, 1] }\n'),
  'an alias': `${right}\nnote: *there\n`,
};

describe('faults in Chinese', () => {
  it.each(Object.entries(wrongs))('say %s without English words', (_, text) => {
    const { faults } = gameOf(text);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      const own = faultWords(fault, 'zh-CN').split('\n')[0]!;
      expect(own).toMatch(/\p{Script=Han}/u);
      expect(own).not.toMatch(/\b(unknown|expected|found|the|a|an|of|at|no|which|number|player)\b/);
    }
  });

  it('keep the place, the name, the known names and the hint', () => {
    const fault: Fault = {
      ...({ code: 'unknown-name', path: 'payoffs[2].pay.A', line: 7, column: 3, at: 11 } as const),
      place: 'payoffs row 3 (share, withhold), player A',
      ...{ found: 'unknown name "cost_X"', expected: 'a parameter', known: ['cost_A', 'tau'], suggestion: 'cost_A' },
    };
    expect(faultWords(fault, 'zh-CN')).toBe(
      '第 7 行第 3 列，支付表第 3 行（share, withhold），博弈方 A：未知名称 "cost_X"（公式第 11 列）。\n  已知名称：cost_A, tau。是否想写“cost_A”？',
    );
    expect(faultWords(fault, 'en')).toContain('unknown name "cost_X" at column 11');
  });
});
