/** The one error type that this package throws on purpose; anything else is a bug. */

export type ClusterErrorCode = 'option' | 'redis' | 'message' | 'failed';

export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  constructor(
    /**
     * `option`: a wrong argument; `redis`: no connection to the queue; `message`: something in the queue that this
     * version did not write; `failed`: chunks that no worker could compute.
     */
    readonly code: ClusterErrorCode,
    message: string,
  ) {
    super(message);
  }
}
