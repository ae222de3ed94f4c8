/** What a thread does: holds the machine of each open runner and answers requests. */
import { EngineError } from '../../errors.js';
import { createMachine, type Machine } from './machine.js';
import type { Reply, Request } from './protocol.js';

export function createServer(
  post: (reply: Reply, transfer: ArrayBuffer[]) => void,
): (request: Request) => Promise<void> {
  const machines = new Map<number, Machine>();
  return async (request) => {
    try {
      switch (request.kind) {
        case 'open':
          machines.set(request.runner, await createMachine(request.kernel, request.module));
          post({ id: request.id }, []);
          break;
        case 'run': {
          const tally = machines.get(request.runner)!.run(request.chunk);
          post({ id: request.id, tally }, [tally.buffer as ArrayBuffer]);
          break;
        }
        case 'close':
          machines.delete(request.runner);
          post({ id: request.id }, []);
      }
    } catch (error) {
      if (error instanceof EngineError) return post({ id: request.id, refused: error.message }, []);
      post({ id: request.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
    }
  };
}
