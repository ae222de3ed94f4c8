/**
 * Pieces of MathML. Owns how names become symbols: Greek names become letters, what follows an underscore an index.
 */
import { html, type Markup, type Part } from '../html/markup.js';

const names =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';
const letters = [...'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ'];
const greek: ReadonlyMap<string, string> = new Map(names.split(' ').map((name, i) => [name, letters[i]!]));

/** A formula in a line of text. */
export function math(...parts: readonly Part[]): Markup {
  return html`<math>${parts}</math>`;
}

/** A formula on a line of its own. */
export function displayed(...parts: readonly Part[]): Markup {
  return html`<math display="block">${parts}</math>`;
}

export function operator(sign: string): Markup {
  return html`<mo>${sign}</mo>`;
}

/** Multiplication that is not written. */
export const times: Markup = html`<mo>&#x2062;</mo>`;

/** A number with at most twelve digits; a negative one has the sign of subtraction. */
export function numeral(value: number): Markup {
  const text = String(Number(Math.abs(value).toPrecision(12)));
  const [digits, exponent] = text.split('e');
  const size =
    exponent === undefined
      ? html`<mn>${digits!}</mn>`
      : html`<mn>${digits!}</mn><mo>·</mo><msup><mn>10</mn>${numeral(Number(exponent))}</msup>`;
  return value < 0 ? html`<mrow><mo>−</mo>${size}</mrow>` : size;
}

function letter(name: string): Markup {
  return /^\d+$/.test(name) ? html`<mn>${name}</mn>` : html`<mi>${greek.get(name) ?? name}</mi>`;
}

/** A name such as `sigma_A` as a symbol with its index. */
export function symbol(name: string): Markup {
  const [stem, ...indices] = name.split('_').filter((part) => part !== '');
  if (stem === undefined) return html`<mi>${name}</mi>`;
  return indexed(letter(stem), indices);
}

/** A symbol with indices below it. */
export function indexed(base: Markup, indices: readonly string[]): Markup {
  if (indices.length === 0) return base;
  const below = indices.flatMap((index, i) => (i === 0 ? [letter(index)] : [operator(','), letter(index)]));
  return html`<msub>${base}<mrow>${below}</mrow></msub>`;
}

export function parenthesised(inner: Part): Markup {
  return html`<mrow><mo>(</mo>${inner}<mo>)</mo></mrow>`;
}
