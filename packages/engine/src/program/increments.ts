/**
 * Which random words of a path feed which step: fixed by the step number alone, so that a path is the same however
 * its steps are grouped, recorded or resumed. Only the upper 24 bits of a word are used (a GPU kernel sees no more).
 *
 * Signs are bits, taken from the top of a word down: as many whole steps as fit into a word, or several words a step. Gaussian increments come in pairs (Box and Muller 1958), two from two
 * words: a path's n-th increment of all steps stands where its n-th word would, so that with an odd number of channels a
 * pair may serve two steps.
 */
import type { IncrementKind } from './program.js';

/** Bits of a word that are used. */
export const WORD_BITS = 24;

export interface IncrementLayout {
  readonly kind: IncrementKind;
  readonly channels: number;
  /** Bits of one channel's increment; 0 for Gaussian ones, which take as many words as there are channels, and for none. */
  readonly bits: number;
  /** Channels whose increments stand in one word. */
  readonly channelsPerWord: number;
  /** Steps that one word serves; 1 where a step takes one word or more. */
  readonly stepsPerWord: number;
  /** Words that one step takes; 1 where a word serves several steps, 0 without noise. */
  readonly wordsPerStep: number;
}

const BITS: Readonly<Record<IncrementKind, number>> = {
  none: 0,
  gaussian: 0,
  'two-point': 1,
};

/** The layout for a kind of increment and a number of channels. */
export function incrementLayout(kind: IncrementKind, channels: number): IncrementLayout {
  const bits = BITS[kind];
  if (kind === 'none' || channels === 0) {
    return { kind: 'none', channels: 0, bits: 0, channelsPerWord: 0, stepsPerWord: 1, wordsPerStep: 0 };
  }
  if (kind === 'gaussian') {
    return { kind, channels, bits, channelsPerWord: 1, stepsPerWord: 1, wordsPerStep: channels };
  }
  const channelsPerWord = Math.floor(WORD_BITS / bits);
  return channels <= channelsPerWord
    ? { kind, channels, bits, channelsPerWord, stepsPerWord: Math.floor(channelsPerWord / channels), wordsPerStep: 1 }
    : { kind, channels, bits, channelsPerWord, stepsPerWord: 1, wordsPerStep: Math.ceil(channels / channelsPerWord) };
}

/** Number of the first word that step `step` (from 0) reads. */
export function wordOfStep(layout: IncrementLayout, step: number): number {
  return Math.floor(step / layout.stepsPerWord) * layout.wordsPerStep;
}

/**
 * Where drawing begins for a run of steps from `step` on: the first word, and what of it is already used: steps of the bits
 * in that word, or, of a pair of Gaussian increments, one half.
 */
export function startOfDraws(layout: IncrementLayout, step: number): { word: number; used: number } {
  const word = wordOfStep(layout, step);
  return layout.kind === 'gaussian'
    ? { word: word - (word % 2), used: word % 2 }
    : { word, used: step % layout.stepsPerWord };
}

/** Where a channel's bits begin: a word counted from the step's first, and a bit counted from the top. */
export function bitOf(layout: IncrementLayout, step: number, channel: number): { word: number; bit: number } {
  const before = (step % layout.stepsPerWord) * layout.channels + (channel % layout.channelsPerWord);
  return { word: Math.floor(channel / layout.channelsPerWord), bit: before * layout.bits };
}

/** The smallest number of steps that uses whole Philox blocks of four words, and how many blocks that is. */
export function batchOf(layout: IncrementLayout): { steps: number; blocks: number } {
  if (layout.kind === 'none') return { steps: 8, blocks: 0 };
  if (layout.stepsPerWord > 1) return { steps: 4 * layout.stepsPerWord, blocks: 1 };
  const words = layout.wordsPerStep;
  const steps = words % 4 === 0 ? 1 : words % 2 === 0 ? 2 : 4;
  return { steps, blocks: (steps * words) / 4 };
}
