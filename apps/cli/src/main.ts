/**
 * The command line's entry: runs the command and turns what it throws into a message and an exit code.
 * Sets the exit code and lets the process end by itself, so that everything printed is written first.
 */
import { report } from './errors/report.js';
import { watchSignals } from './interruption.js';
import { openTerminal, printError, watchStandardOutput } from './output/terminal.js';
import { program } from './program.js';

/** Milliseconds for what has been printed to be written. */
const lastMoment = 1_000;

watchStandardOutput();
const interruption = watchSignals();
try {
  const root = await program(openTerminal(interruption.signal), process.argv.slice(2));
  await root.parseAsync();
} catch (error) {
  const { code, text } = report(error, interruption.exitCode(), process.env.TRILOGUE_DEBUG === '1');
  if (text !== '') printError(text);
  process.exitCode = code;
  // after a stop nothing is waited for that does not answer, such as a server
  if (interruption.exitCode() !== undefined) setTimeout(() => process.exit(), lastMoment).unref();
}
