/**
 * Keeps the state in the address and in the storage, and takes up a state that arrives with a new address.
 */
import { useEffect, useRef, useState } from 'react';
import { readAddress, writeAddress } from '../address/address';
import { save } from '../address/autosave';
import type { StudioState } from '../state/state';

/** Milliseconds that the hand must rest: browsers refuse too many changes of the address. */
const rest = 250;

interface Arrivals {
  /** A new address has a state. */
  onArrival(state: StudioState): void;
  /** A new address has one that cannot be read. */
  onFault(error: unknown): void;
}

/** @returns whether the storage is denied */
export function useKeeping(state: StudioState, arrivals: Arrivals): boolean {
  const [denied, setDenied] = useState(false);
  const latest = useRef(state);
  latest.current = state;
  const written = useRef(location.hash);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDenied(!save(state));
      void writeAddress(state).then((fragment) => {
        if (latest.current !== state || fragment === location.hash) return;
        written.current = fragment;
        history.replaceState(null, '', fragment);
      });
    }, rest);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const leave = () => void save(latest.current);
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  const arrive = useRef(arrivals);
  arrive.current = arrivals;
  useEffect(() => {
    const look = async () => {
      if (location.hash === written.current) return;
      try {
        const read = await readAddress(location.hash);
        if (read !== null) arrive.current.onArrival(read);
      } catch (error) {
        arrive.current.onFault(error);
      }
    };
    const listen = () => void look();
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, []);
  return denied;
}
