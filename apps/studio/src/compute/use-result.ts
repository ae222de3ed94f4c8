/**
 * Results in a view: asks the worker while the view is shown, again whenever the input changes, and no longer when it is gone.
 */
import { createContext, useContext, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Answer, BackendState, Compute } from './client';
import type { Stage } from './job';
import type { InputOf, JobName, OutputOf } from './protocol';
import type { RunSpec } from './spec';

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

/** A result with the input that it belongs to, and what is known of the input that was asked for last. */
interface Held<Output> {
  readonly of: string | null;
  /** Names of its game. */
  readonly names: string | null;
  readonly output: Output | null;
  readonly stage: Stage | null;
  readonly asked: string | null;
  readonly part: number;
  readonly error: string | null;
}

const nothing: Held<never> = { of: null, names: null, output: null, stage: null, asked: null, part: 0, error: null };
const none: CurrentAnswer<never> = { output: null, stage: null, part: 0, error: null, stale: false };

/**
 * The result of a job for `input`, ever sharper. While input changes the last result stays (`stale`), so that nothing flickers;
 * but not that of a game with other names, which cannot be drawn for the present one.
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
  const [held, setHeld] = useState<Held<OutputOf<Name>>>(nothing);
  const key = input === null ? null : JSON.stringify(input);
  const names = input === null ? null : namesOf(input as unknown as Pick<RunSpec, 'game'>);
  const latest = useRef(input);
  latest.current = input;
  // without waiting for the page to be painted first
  useLayoutEffect(() => {
    const asked = latest.current;
    if (key === null || asked === null) return setHeld(nothing);
    return compute.request(job, asked, priority, ({ output, stage, part, error }) =>
      setHeld((before) => ({
        ...(output === null && stage !== 'final' ? before : { of: key, names, output, stage }),
        ...{ asked: key, part, error },
      })),
    );
  }, [compute, job, key, names, priority]);
  // seen from the input of now, in the same drawing of the page in which it changes
  return useMemo(() => {
    if (key === null) return none;
    const { of, output, stage } = held.names === names ? held : nothing;
    const { asked, part, error } = held;
    const stale = output !== null && of !== key;
    return { output, stage, stale, ...(asked === key ? { part, error } : { part: 0, error: null }) };
  }, [key, names, held]);
}

function namesOf({ game: { players, parameters } }: Pick<RunSpec, 'game'>): string {
  return JSON.stringify([players, parameters.map(({ name }) => name)]);
}

/** The backend as the page shows it. */
export function useBackend(): BackendState {
  const compute = useCompute();
  return useSyncExternalStore(compute.watchBackend, compute.backend);
}
