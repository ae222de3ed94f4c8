/**
 * A pause between two pieces of work that cannot be interrupted: the worker reads the page's messages in it, such as a cancellation.
 */

/** Rejects with the signal's reason where the work was cancelled. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
