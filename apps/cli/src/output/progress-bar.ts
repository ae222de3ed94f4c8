/**
 * The progress bar of a run, on standard error. Where that is not a terminal there is none, so that logs stay clean.
 * A run within a tolerance has several rounds, and nobody knows how many: the bar is that of the round, and its words say
 * which one it is.
 */
import type { Progress } from '@trilogue/engine';
import { SingleBar } from 'cli-progress';
import { progressWords } from './progress-words.js';
import { visibleLine } from './visible.js';

export interface ProgressBar {
  update(progress: Progress): void;
  /** What stands behind everything else from now on, such as who computes. */
  aside(words: string): void;
  /** Takes the bar off the screen. */
  clear(): void;
}

/** @param label what stands before the bar */
export function progressBar(label: string): ProgressBar {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return { update() {}, aside() {}, clear() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label} {bar} {percentage}%  {words}{aside}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    fps: 10,
    hideCursor: true,
    clearOnComplete: true,
  });
  const describe = progressWords();
  let started = false;
  let aside = '';
  return {
    update(progress) {
      const { done, total } = progress;
      const words = describe(progress);
      if (!started) bar.start(total, done, { words, aside });
      else {
        bar.setTotal(total);
        bar.update(done, { words });
      }
      started = true;
    },
    aside(words) {
      aside = `  ${visibleLine(words)}`;
      if (started) bar.update({ aside });
    },
    clear() {
      if (started) bar.stop();
    },
  };
}
