/**
 * What every section is written from.
 */
import type { Game } from '@trilogue/core';
import type { Pictures } from '../draw/draw.js';
import type { ReportFigures } from '../gather/figures.js';
import type { Markup } from '../html/markup.js';

export interface ReportContext {
  readonly game: Game;
  readonly figures: ReportFigures;
  readonly pictures: Pictures;
  readonly seed: string;
  readonly scenario: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly maker: Maker;
  readonly file: GameFile;
}

/** Who makes a report: what a reader needs to make it again. */
export interface Maker {
  /** A command for a shell. */
  readonly command: string;
  /** Of trilogue. */
  readonly version: string;
  /** What runs it, such as `Node 22.1.0` or a browser's own name. */
  readonly host: string;
}

/** The game as a file. */
export interface GameFile {
  readonly text: string;
  /** Of the text, in hexadecimal; null where it cannot be computed. */
  readonly sha256: string | null;
}

export interface Section {
  /** For links. */
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}
