/** Some things at a time, the others wait in the order in which they came. */
export interface Lanes {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createLanes(count: number): Lanes {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        // whoever waits gets the lane itself
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    },
  };
}
