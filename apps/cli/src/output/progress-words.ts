/**
 * A run's progress in words.
 */
import type { Progress } from '@trilogue/engine';
import { count, duration, large } from './figures.js';

/**
 * What stands beside the bar, report after report: `4.1 s left  310 million steps/s`, and before that, in a run of several
 * rounds, `trial paths, round 2` or `round 3: 120 cells`.
 */
export function progressWords(): (progress: Progress) => string {
  let round = 0;
  let stage: Progress['stage'] | undefined;
  let several = false;
  return ({ stage: now, done, total, cells, seconds }) => {
    if (done === 0) {
      round = now === stage ? round + 1 : 1;
      stage = now;
      several ||= now === 'trials' || round > 1;
    }
    const speed = seconds > 0 ? done / seconds : 0;
    const remaining = done > 0 && speed > 0 ? `${duration((total - done) / speed)} left` : 'starting';
    const which =
      now === 'trials'
        ? [`trial paths, round ${round}`]
        : several && cells > 1
          ? [`round ${round}: ${count(cells)} cells`]
          : [];
    return [...which, remaining, ...(speed > 0 ? [`${large(speed)} steps/s`] : [])].join('  ');
  };
}
