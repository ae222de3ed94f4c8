/**
 * A breath between two pieces of work that cannot be cut off: messages of the page, such as a cancellation, come through.
 */

/** Rejects with the signal's reason where nobody wants the work any more. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
