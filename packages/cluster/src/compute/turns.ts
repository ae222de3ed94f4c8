/** One thing after the other, in the order in which they came; each may let the next one begin before it has ended. */
export interface Turns {
  run<T>(work: (passOn: () => void) => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    run(work) {
      const turn = last;
      let passOn!: () => void;
      last = new Promise((resolve) => {
        passOn = resolve;
      });
      return turn.then(() => work(passOn)).finally(passOn);
    },
  };
}
