import { describe, expect, it } from 'vitest';
import { correlationBars } from '../../src/sensitivity/correlation-bars.js';
import { morrisPlot } from '../../src/sensitivity/morris-plot.js';
import { sobolBars } from '../../src/sensitivity/sobol-bars.js';
import { tornado } from '../../src/sensitivity/tornado.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';
import { correlationSample, morrisSample, sobolSample, tornadoSample } from './samples.js';

describe('tornado', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => tornado(frozen(tornadoSample()), size), 'tornado');
  });

  it('puts the widest swing at the top, whatever the order of the input', async () => {
    const words = texts(await drawn(tornado(tornadoSample())));
    const order = ['tau', 'c_M', 'r_A', 'p', 'e', 'w', 'kappa', 'sigma_A'];
    const found = words.map((text) => text.replace(/^.*\((\w+)\)$/, '$1')).filter((name) => order.includes(name));
    expect(found).toEqual(order);
    expect(words).toContain('Perceived risk of A (r_A)');
  });

  it('draws factors without effect, without intervals and without groups', async () => {
    const end = { value: 1, output: 2 };
    const input = { title: 'None', metric: { name: 'm' }, base: 2, factors: [{ name: 'a', low: end, high: end }] };
    expect(texts(await drawn(tornado(input)))).toContain('defaults: 2');
  });

  it('says which number is none', () => {
    const input = tornadoSample();
    const low = { value: 0, output: Number.NaN };
    expect(() => tornado({ ...input, factors: [{ ...input.factors[0]!, low }] })).toThrow(
      'tornado: low output of factor "sigma_A" is NaN',
    );
    expect(() => tornado({ ...input, factors: [...input.factors, input.factors[2]!] })).toThrow('"e" occurs twice');
    expect(() => tornado({ ...input, factors: [] })).toThrow('tornado needs at least one factor');
    expect(() => tornado({ ...input, base: Number.POSITIVE_INFINITY })).toThrow('base is Infinity');
    const many = Array.from({ length: 8 }, (_, k) => ({ ...input.factors[0]!, name: `f${k}`, group: `g${k}` }));
    expect(() => tornado({ ...input, factors: many })).toThrow(
      '7 groups of factors can be told apart, but there are 8',
    );
  });
});

describe('names beside bars', () => {
  it('take two lines where they need them, and give way to the bare name where two are too few', async () => {
    const [factor] = tornadoSample().factors;
    const named = (title: string) => ({ ...tornadoSample(), factors: [{ ...factor!, title }] });
    const long = 'Good review - credit of a coordinating M per sharing department';
    const words = texts(await drawn(tornado(named(long))));
    const first = words.findIndex((text) => text.startsWith('Good review'));
    expect(words.slice(first, first + 2).join(' ')).toBe(`${long} (sigma_A)`);
    expect(tornado(named(long)).height - tornado(named('Noise')).height).toBe(8); // two lines of 14, not one bar of 20
    const longer = texts(await drawn(tornado(named(`${long}, ${long}`))));
    expect(longer).toContain('sigma_A');
    expect(longer.some((text) => text.startsWith('Good'))).toBe(false);
  });
});

describe('correlationBars', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => correlationBars(frozen(correlationSample()), size), 'correlation-bars');
  });

  it('writes each correlation with its interval, and says what faint bars are only where there are some', async () => {
    const words = texts(await drawn(correlationBars(correlationSample())));
    expect(words).toContain('−0.34 (−0.38 to −0.30)');
    expect(words.findIndex((text) => text.endsWith('(tau)'))).toBeLessThan(
      words.findIndex((text) => text.endsWith('(c)')),
    );
    expect(words.some((text) => text.startsWith('faint'))).toBe(true);
    const clear = { ...correlationSample(), factors: correlationSample().factors.slice(2) };
    expect(texts(await drawn(correlationBars(clear))).some((text) => text.startsWith('faint'))).toBe(false);
  });

  it('says which number is none', () => {
    const factor = correlationSample().factors.at(-1);
    const of = (more: object) => () => correlationBars({ title: 'x', factors: [{ ...factor!, ...more }] });
    expect(of({ p: Number.NaN })).toThrow('correlationBars: p of factor "tau" is NaN');
    expect(of({ interval: [0, Number.POSITIVE_INFINITY] })).toThrow('interval end 1 of factor "tau" is Infinity');
    expect(() => correlationBars({ title: 'x', factors: [] })).toThrow('needs at least one factor');
  });
});

describe('sobolBars', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => sobolBars(frozen(sobolSample()), size), 'sobol-bars');
  });

  it('writes both indices with their intervals', async () => {
    const words = texts(await drawn(sobolBars(sobolSample())));
    const at = words.indexOf('management');
    expect(words.slice(at + 1, at + 3)).toEqual(['0.36 (0.33 to 0.39)', '0.64 (0.62 to 0.66)']);
    expect(words).toContain('0.00 (−0.03 to 0.03)');
  });

  it('draws no interval where the error is not known', async () => {
    const unknown = { firstLow: null, firstHigh: null, totalLow: null, totalHigh: null };
    const { indices, ...input } = sobolSample();
    const rough = sobolBars({ ...input, indices: indices.map((index) => ({ ...index, ...unknown })) });
    const words = texts(await drawn(rough));
    expect(words).toContain(indices[0]!.total.toFixed(2));
    expect(`${words.join()} ${rough.summary}`).not.toMatch(/95%|\d to /);
  });

  it('says which number is none', () => {
    const input = sobolSample();
    const odd = { ...input.indices[0]!, totalLow: Number.NaN };
    expect(() => sobolBars({ ...input, indices: [odd] })).toThrow('totalLow of factor "management" is NaN');
    expect(() => sobolBars({ ...input, indices: [] })).toThrow('sobolBars needs at least one factor');
  });
});

describe('morrisPlot', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => morrisPlot(frozen(morrisSample()), size), 'morris-plot');
  });

  it('counts the names that found no place', async () => {
    const same = Array.from({ length: 40 }, (_, k) => ({ name: `factor_${k}`, muStar: 1, sigma: 1 }));
    const words = texts(await drawn(morrisPlot({ ...morrisSample(), factors: same })));
    const named = words.filter((text) => text.startsWith('factor_')).length;
    expect(named).toBeGreaterThanOrEqual(2);
    expect(named).toBeLessThan(40);
    expect(words).toContain(`${40 - named} factors without names`);
    expect(words).toContain('factor_0');
  });

  it('draws factors without any effect', async () => {
    await drawn(morrisPlot({ ...morrisSample(), factors: [{ name: 'a', muStar: 0, sigma: 0 }] }));
  });

  it('refuses negative spreads', () => {
    const input = morrisSample();
    const factors = [{ name: 'a', muStar: 1, sigma: -1 }];
    expect(() => morrisPlot({ ...input, factors })).toThrow(
      'factor "a" has mu* 1 and sigma -1; neither can be negative',
    );
  });
});
