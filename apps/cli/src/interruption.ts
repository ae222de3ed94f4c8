/**
 * Ctrl-C and its relatives as an AbortSignal. The first asks the running command to stop in good order; a second one
 * later than a moment ends the process at once (npm passes on the signal that the terminal has already sent).
 */
import { constants } from 'node:os';

export interface Interruption {
  readonly signal: AbortSignal;
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
  for (const name of watched) {
    process.on(name, () => {
      if (code === undefined) {
        code = 128 + constants.signals[name];
        since = performance.now();
        controller.abort();
      } else if (performance.now() - since > moment) process.exit(code);
    });
  }
  return { signal: controller.signal, exitCode: () => code };
}
