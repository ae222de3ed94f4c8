/**
 * What every section is written from.
 */
import type { Game } from '@trilogue/core';
import type { Versions } from '../../versions.js';
import type { Pictures } from '../draw/draw.js';
import type { ReportFigures } from '../gather/figures.js';
import type { Markup } from '../html/markup.js';

export interface ReportContext {
  readonly game: Game;
  readonly figures: ReportFigures;
  readonly pictures: Pictures;
  /** The command that makes this report again. */
  readonly command: string;
  readonly seed: string;
  readonly scenario: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly versions: Versions;
  /** A game file, and its SHA-256. */
  readonly file: { readonly text: string; readonly sha256: string };
}

export interface Section {
  /** For links. */
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}
