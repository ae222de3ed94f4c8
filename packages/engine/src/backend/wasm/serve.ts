/** What a thread does: holds the machine of the kernel opened last and answers requests. */
import { createMachine, type Machine } from './machine.js';
import type { Reply, Request } from './protocol.js';

export function createServer(post: (reply: Reply, transfer: ArrayBuffer[]) => void): (request: Request) => Promise<void> {
  let machine: Machine | undefined;
  return async (request) => {
    try {
      if (request.kind === 'open') {
        machine = await createMachine(request.kernel, request.module);
        post({ id: request.id }, []);
      } else {
        const tally = machine!.run(request.chunk);
        post({ id: request.id, tally }, [tally.buffer as ArrayBuffer]);
      }
    } catch (error) {
      post({ id: request.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
    }
  };
}
