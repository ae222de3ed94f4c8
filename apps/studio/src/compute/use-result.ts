/**
 * Results in a view: asks the worker while the view is shown, again whenever the input changes, and no longer when it is gone.
 */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Answer, BackendState, Compute } from './client';
import type { InputOf, JobName, OutputOf } from './protocol';

export const ComputeContext = createContext<Compute | null>(null);

function useCompute(): Compute {
  const compute = useContext(ComputeContext);
  if (compute === null) throw new Error('bug: a view outside of the studio asked for results.');
  return compute;
}

/** An answer, and whether its result belongs to the input of now. */
export interface CurrentAnswer<Output> extends Answer<Output> {
  /** The result is of earlier input; the next one is on its way. */
  readonly stale: boolean;
}

const none: CurrentAnswer<never> = { output: null, stage: null, part: 0, error: null, stale: false };

/**
 * The result of a job for `input`, ever sharper. While input changes the last result stays (`stale`), so that nothing flickers.
 *
 * @param input plain data; null for no request
 * @param priority among jobs that are equally far; default 0
 */
export function useResult<Name extends JobName>(
  job: Name,
  input: InputOf<Name> | null,
  priority = 0,
): CurrentAnswer<OutputOf<Name>> {
  const compute = useCompute();
  const [answer, setAnswer] = useState<CurrentAnswer<OutputOf<Name>>>(none);
  const key = input === null ? null : JSON.stringify(input);
  const latest = useRef(input);
  latest.current = input;
  useEffect(() => {
    const asked = latest.current;
    if (key === null || asked === null) return setAnswer(none);
    setAnswer((before) => ({ ...before, stale: before.output !== null, error: null, part: 0 }));
    return compute.request(job, asked, priority, (next) =>
      setAnswer((before) =>
        next.output === null ? { ...before, part: next.part, error: next.error } : { ...next, stale: false },
      ),
    );
  }, [compute, job, key, priority]);
  return answer;
}

/** The backend as the page shows it. */
export function useBackend(): BackendState {
  const compute = useCompute();
  return useSyncExternalStore(compute.watchBackend, compute.backend);
}
