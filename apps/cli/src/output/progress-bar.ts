/**
 * The progress bar of a run, on standard error. Where that is not a terminal there is none, so that logs stay clean.
 */
import type { Progress } from '@trilogue/engine';
import { SingleBar } from 'cli-progress';
import { duration, large } from './figures.js';

export interface ProgressBar {
  update(progress: Progress): void;
  /** Takes the bar off the screen. */
  clear(): void;
}

/** @param label what stands before the bar */
export function progressBar(label: string): ProgressBar {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return { update() {}, clear() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label} {bar} {percentage}%  {left}  {speed}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    fps: 10,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update({ done, total, seconds }) {
      const speed = seconds > 0 ? done / seconds : 0;
      const texts = {
        left: done > 0 ? `${duration((total - done) / speed)} left` : 'starting',
        speed: done > 0 ? `${large(speed)} steps/s` : '',
      };
      if (!started) bar.start(total, done, texts);
      else bar.update(done, texts);
      started = true;
    },
    clear() {
      if (started) bar.stop();
    },
  };
}
