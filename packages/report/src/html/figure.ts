/**
 * A picture of the page: laid out once for wide paper and once for a phone, of which the style sheet shows one, where one does not do
 * for both.
 */
import { drawn, html, type Markup, type Part } from './markup.js';

/** SVG texts. */
export interface Picture {
  readonly wide: string;
  /** Null where the wide one fits a phone. */
  readonly narrow: string | null;
}

export function figure(id: string, picture: Picture, caption: Part): Markup {
  const { wide, narrow } = picture;
  const both =
    narrow === null
      ? drawn(wide)
      : html`<div class="wide">${drawn(wide)}</div>\n<div class="narrow">${drawn(narrow)}</div>`;
  return html`<figure id="${id}">
${both}
<figcaption>${caption}</figcaption>
</figure>
`;
}
