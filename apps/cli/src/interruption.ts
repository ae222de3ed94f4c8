/**
 * Ctrl-C and its relatives as an AbortSignal. The first asks the running command to stop in good order; a second one
 * later than a moment ends the process at once (npm passes on the signal that the terminal has already sent).
 *
 * They are watched from when a command first asks for the signal. Before, and in commands that have nothing to put in order, such as
 * `equilibria`, the system ends the process, however busy it is.
 */
import { constants } from 'node:os';

export interface Interruption {
  signal(): AbortSignal;
  /** The exit code of the signal that came, such as 130 for Ctrl-C. */
  exitCode(): number | undefined;
}

const watched: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Milliseconds in which a second signal counts as the same. */
const moment = 500;

export function watchSignals(): Interruption {
  const controller = new AbortController();
  let code: number | undefined;
  let since = 0;
  let isWatching = false;
  const watch = () => {
    isWatching = true;
    for (const name of watched) {
      process.on(name, () => {
        if (code === undefined) {
          code = 128 + constants.signals[name];
          since = performance.now();
          controller.abort();
        } else if (performance.now() - since > moment) end(name);
      });
    }
  };
  return {
    signal() {
      if (!isWatching) watch();
      return controller.signal;
    },
    exitCode: () => code,
  };
}

/** By the signal itself: an exit would wait for whatever the operating system has not answered, such as a pipe that nobody writes to. */
function end(name: NodeJS.Signals): void {
  for (const own of watched) process.removeAllListeners(own);
  process.kill(process.pid, name);
}
