/**
 * A picture of the page: laid out once for wide paper and once for a phone, of which the style sheet shows one.
 */
import { drawn, html, type Markup, type Part } from './markup.js';

/** SVG texts. */
export interface Picture {
  readonly wide: string;
  readonly narrow: string;
}

export function figure(id: string, picture: Picture, caption: Part): Markup {
  return html`<figure id="${id}">
<div class="wide">${drawn(picture.wide)}</div>
<div class="narrow">${drawn(picture.narrow)}</div>
<figcaption>${caption}</figcaption>
</figure>
`;
}
