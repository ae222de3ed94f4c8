/**
 * Everything around the plots: title and subtitle at the head, key and caption at the foot.
 * Owns the vertical order and the room that each takes; a chart puts its plots into what is left.
 */
import type { CustomSeriesOption } from 'echarts/charts';
import { fontFamily, ink, paper, softInk } from '../colour/ink.js';
import type { ChartOption, Heading, Size } from '../description.js';
import { printable } from '../text/printable.js';
import { wrap } from '../text/wrap.js';
import { type KeyEntry, key } from './key.js';
import { overlay } from './layer.js';
import { label, type Pixel, type Shape } from './shapes.js';

/** Distance of everything from the edge of the picture, in pixels. */
export const margin = 18;
const lineHeight = 1.35;
const styles = {
  title: { size: 16, lines: 3, fill: ink, bold: true },
  subtitle: { size: 13, lines: 2, fill: softInk, bold: false },
  caption: { size: 11, lines: 4, fill: softInk, bold: false },
};

export interface Frame {
  /** First and last free row of pixels. */
  top: number;
  bottom: number;
  /** What every chart's option begins with. */
  option: ChartOption;
  /** What the frame draws; to be among the chart's series. */
  series: CustomSeriesOption;
}

/** Lays the heading and the key out in a picture of the given size. */
export function frame(heading: Heading, entries: readonly KeyEntry[], { width, height }: Size): Frame {
  const room = width - 2 * margin;
  const drawn = heading.bare ? { title: '' } : heading;
  const title = block(drawn.title, 'title', room);
  const subtitle = block(drawn.subtitle ?? '', 'subtitle', room);
  const caption = block(drawn.caption ?? '', 'caption', room);
  const marks = key(entries, room);
  const subtitleTop = margin + title.height + (subtitle.height > 0 ? 4 : 0);
  const captionTop = height - margin + 4 - caption.height;
  const keyTop = captionTop - (caption.height > 0 ? 8 : 0) - marks.height;
  const elements = [
    ...title.at([margin, margin]),
    ...subtitle.at([margin, subtitleTop]),
    ...marks.at([margin, keyTop]),
    ...caption.at([margin, captionTop]),
  ];
  return {
    top: subtitleTop + subtitle.height + (heading.bare ? 0 : 14),
    bottom: keyTop - (marks.height > 0 ? 8 : 4),
    option: { animation: false, backgroundColor: paper, textStyle: { fontFamily } },
    series: overlay(elements),
  };
}

/** Lines of text under one another. */
function block(text: string, kind: keyof typeof styles, width: number) {
  const { size, lines, fill, bold } = styles[kind];
  const step = Math.round(size * lineHeight);
  const wrapped = wrap(printable(text), { width, size, lines, bold });
  return {
    height: wrapped.length * step,
    at: ([x, y]: Pixel): Shape[] =>
      wrapped.map((line, k) => label(line, [x, y + (k + 0.5) * step], { size, fill, bold })),
  };
}
