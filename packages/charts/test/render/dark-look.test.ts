import { describe, expect, it } from 'vitest';
import { ink, lineColours, paper, softInk } from '../../src/colour/ink.js';
import { darkStyles } from '../../src/render/theme.js';

/** Relative luminance and contrast of WCAG 2.1. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe('darkStyles', () => {
  const css = darkStyles('figure');
  /** A colour without a rule stays as it is. */
  const twin = (colour: string) =>
    new RegExp(`figure svg \\[fill="${colour}"\\]\\{fill:(#\\w+)\\}`).exec(css)?.[1] ?? colour;

  it('has a rule for fills and one for strokes of every ink, within the scope', () => {
    const rules = css.split('\n');
    expect(rules.every((rule) => /^figure svg \[(fill|stroke)="#\w{6}"\]\{\1:#\w{6}\}$/.test(rule))).toBe(true);
    expect(rules.filter((rule) => rule.includes('stroke'))).toHaveLength(rules.length / 2);
  });

  it('keeps texts readable on the dark paper: a contrast of 7 or more', () => {
    for (const text of [ink, softInk]) expect(contrast(twin(text), twin(paper))).toBeGreaterThanOrEqual(7);
  });

  it('keeps lines of every series apart from the dark paper: a contrast of 3 or more', () => {
    for (const colour of lineColours) expect(contrast(twin(colour), twin(paper))).toBeGreaterThanOrEqual(3);
  });
});
