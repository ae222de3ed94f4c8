/**
 * Makes ECharts' SVG text the same bytes for the same picture.
 * ECharts numbers its ids by how many charts the process drew before; two pictures in one page could also share an id and
 * then clip each other. Here ids are named after the picture's content, and what only serves a mouse (hover styles, notes
 * to ECharts' own client) is left out. Quotes and angle brackets in texts are escaped by ECharts, so a pattern with a
 * plain one can only match markup.
 */

const interaction = [
  /<style[^>]*>.*?<\/style>\s*/gs,
  /<defs[^>]*>\s*<\/defs>\s*/g,
  /\s(?:class|pointer-events|ecmeta_\w+)="[^"]*"/g,
];
const ids = /(\sid="|="url\(#)zr\d+-/g;

/** `svg` with ids derived from its own content and without interaction. */
export function normalise(svg: string): string {
  const still = interaction.reduce((text, pattern) => text.replace(pattern, ''), svg);
  const anonymous = still.replace(ids, '$1');
  const name = `t${fnv1a(anonymous).toString(16).padStart(8, '0')}`;
  return still.replace(ids, `$1${name}-`);
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return hash;
}
