/**
 * Which random words of a path feed which step: fixed by the step number alone, so that a path is the same however
 * its steps are grouped, recorded or resumed. Only the upper 24 bits of a word are used (a GPU kernel sees no more).
 *
 * Two-point: one bit a channel and step, from the top of the word down; as many whole steps as fit in 24 bits, or
 * several words a step where there are more channels. Gaussian: two words (one Box-Muller pair) for two channels.
 */
import type { IncrementKind } from './program.js';

/** Bits of a word that are used. */
export const WORD_BITS = 24;

export interface IncrementLayout {
  readonly kind: IncrementKind;
  readonly channels: number;
  /** Steps that one word serves; 1 where a step takes one word or more. */
  readonly stepsPerWord: number;
  /** Words that one step takes; 1 where a word serves several steps, 0 without noise. */
  readonly wordsPerStep: number;
}

/** The layout for a kind of increment and a number of channels. */
export function incrementLayout(kind: IncrementKind, channels: number): IncrementLayout {
  if (kind === 'none' || channels === 0) return { kind: 'none', channels: 0, stepsPerWord: 1, wordsPerStep: 0 };
  if (kind === 'gaussian') return { kind, channels, stepsPerWord: 1, wordsPerStep: 2 * Math.ceil(channels / 2) };
  return channels <= WORD_BITS
    ? { kind, channels, stepsPerWord: Math.floor(WORD_BITS / channels), wordsPerStep: 1 }
    : { kind, channels, stepsPerWord: 1, wordsPerStep: Math.ceil(channels / WORD_BITS) };
}

/** Number of the first word that step `step` (from 0) reads. */
export function wordOfStep(layout: IncrementLayout, step: number): number {
  return Math.floor(step / layout.stepsPerWord) * layout.wordsPerStep;
}

/** Where a two-point channel finds its bit: a word counted from the step's first, and a bit counted from the top. */
export function bitOf(layout: IncrementLayout, step: number, channel: number): { word: number; bit: number } {
  const within = (step % layout.stepsPerWord) * layout.channels;
  return { word: Math.floor(channel / WORD_BITS), bit: within + (channel % WORD_BITS) };
}

/** The smallest number of steps that uses whole Philox blocks of four words, and how many blocks that is. */
export function batchOf(layout: IncrementLayout): { steps: number; blocks: number } {
  if (layout.kind === 'none') return { steps: 8, blocks: 0 };
  if (layout.stepsPerWord > 1) return { steps: 4 * layout.stepsPerWord, blocks: 1 };
  const words = layout.wordsPerStep;
  const steps = words % 4 === 0 ? 1 : words % 2 === 0 ? 2 : 4;
  return { steps, blocks: (steps * words) / 4 };
}
