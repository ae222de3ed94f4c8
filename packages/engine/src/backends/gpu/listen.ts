/**
 * Lets messages and timers of this thread have their turn in the middle of long work. WebGL2 answers at once, so that a chunk of
 * many records would otherwise never let an abort be heard.
 */

/** Milliseconds that a thread may be deaf. */
const DEAF = 8;

/** A function to await between pieces of work: it returns at once but where the last turn is a while ago. */
export function listener(): () => Promise<void> | undefined {
  let heard = performance.now();
  return () => {
    if (performance.now() - heard < DEAF) return undefined;
    return nextTurn().then(() => {
      heard = performance.now();
    });
  };
}

/** Not a timer: browsers let those wait four milliseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
