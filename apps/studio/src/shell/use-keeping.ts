/**
 * Keeps the state in the address and in the storage, and takes up a state that arrives with a new address.
 */
import { useEffect, useRef, useState } from 'react';
import { readAddress, writeAddress } from '../address/address';
import { save } from '../address/autosave';
import type { StudioState } from '../state/state';

/** Milliseconds that the hand must rest: browsers refuse too many changes of the address. */
const rest = 250;
/** Addresses of the page that are remembered: one changes while the page is already being loaded again at the one before. */
const remembered = 4;

interface Arrivals {
  /** A new address has a state. */
  onArrival(state: StudioState): void;
  /** A new address has one that cannot be read. */
  onFault(error: unknown): void;
}

/**
 * @param isRead whether the address that the page was opened with could be read
 * @returns whether the storage is denied
 */
export function useKeeping(state: StudioState, isRead: boolean, arrivals: Arrivals): boolean {
  const [denied, setDenied] = useState(false);
  const latest = useRef(state);
  latest.current = state;
  const addresses = useRef(isRead ? [location.hash] : []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDenied(!save({ state, addresses: addresses.current }));
      void writeAddress(state).then((fragment) => {
        if (latest.current !== state || fragment === location.hash) return;
        addresses.current = [fragment, ...addresses.current].slice(0, remembered);
        history.replaceState(null, '', fragment);
      });
    }, rest);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const leave = () => void save({ state: latest.current, addresses: addresses.current });
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  const arrive = useRef(arrivals);
  arrive.current = arrivals;
  useEffect(() => {
    const look = async () => {
      const { hash } = location;
      if (hash === addresses.current[0]) return;
      try {
        const read = await readAddress(hash);
        if (read === null) return;
        addresses.current = [hash];
        arrive.current.onArrival(read);
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
