/** The noise of a game as MathML. */
import { type Algebra, diffusion, type EquationShape } from '@trilogue/core';
import { html, type Markup } from '../html/markup.js';
import { numeral, operator, parenthesised, times } from './mathml.js';

interface Part {
  readonly markup: Markup;
  readonly kind: 'number' | 'sum' | 'whole';
  /** Of a number. */
  readonly value?: number;
}

const whole = (markup: Markup): Part => ({ markup, kind: 'whole' });
const constant = (value: number): Part => ({ markup: numeral(value), kind: 'number', value });
const grouped = ({ markup, kind }: Part) => (kind === 'sum' ? parenthesised(markup) : markup);
const sum =
  (sign: string) =>
  (a: Part, b: Part): Part => {
    if (b.value === 0) return a;
    if (a.value === 0)
      return sign === '+' ? b : { markup: html`<mrow>${operator(sign)}${grouped(b)}</mrow>`, kind: 'sum' };
    return { markup: html`<mrow>${a.markup}${operator(sign)}${grouped(b)}</mrow>`, kind: 'sum' };
  };
const called = (name: string) => (a: Part, b: Part) =>
  whole(html`<mrow><mi>${name}</mi>${parenthesised([a.markup, operator(','), b.markup])}</mrow>`);

const applied = (name: string) => (a: Part) => whole(html`<mrow><mi>${name}</mi>${parenthesised(a.markup)}</mrow>`);

const written: Algebra<Part> = {
  constant,
  add: sum('+'),
  sub: sum('−'),
  mul: (a, b) => {
    if (a.value === 0 || b.value === 0) return constant(0);
    if (a.value === 1) return b;
    return b.value === 1 ? a : whole(html`<mrow>${grouped(a)}${times}${grouped(b)}</mrow>`);
  },
  div: (a, b) => whole(html`<mfrac>${grouped(a)}${grouped(b)}</mfrac>`),
  min: called('min'),
  max: called('max'),
  // that a share is stopped is said in words
  less: () => constant(1),
  select: (condition, a, b) =>
    whole(parenthesised([condition.markup, operator('?'), a.markup, operator(':'), b.markup])),
  sqrt: (a) => whole(html`<msqrt>${a.markup}</msqrt>`),
  exp: (a) => whole(html`<msup><mi>e</mi>${grouped(a)}</msup>`),
  ...{ log: applied('log'), sin: applied('sin'), cos: applied('cos') },
};

/** What the noise adds to the share x of the first of two strategies. */
export function noiseMath({
  dynamics,
  noise,
  boundary,
}: Pick<EquationShape, 'dynamics' | 'noise' | 'boundary'>): Markup {
  const [x, sigma] = [html`<mi>x</mi>`, html`<mi>σ</mi>`].map(whole);
  const at = { shares: [[x!, written.sub(constant(1), x!)]], sigma: [sigma!] };
  const columns = diffusion(written, { strategies: [2], dynamics, noise, ...(boundary && { boundary }) }, at)[0]!;
  const terms = columns.map(([own]) => html`${grouped(own!)}${times}<mi mathvariant="normal">d</mi><mi>W</mi>`);
  return html`<mrow>${terms.map((term, i) => (i === 0 ? term : [operator('+'), term]))}</mrow>`;
}
