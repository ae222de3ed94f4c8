/** A signal that one caller waits for and others give. One that is given while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void;
  /** Resolves when it rings or has rung since the last wait, or after some milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(milliseconds) {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, milliseconds);
        });
        clearTimeout(timer);
      }
      wake = undefined;
      rung = false;
    },
  };
}
