/**
 * Keeps the state in the address and in the storage, and takes up what arrives with a new address.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Link, readLink, writeAddress } from '../address/address';
import { save } from '../address/autosave';
import type { StudioState } from '../state/state';
import { watchResults } from './ready';

/** Milliseconds without a change before the address is written: browsers refuse too many changes of it. */
const rest = 250;
/** Milliseconds in which a game that is no trouble is drawn: a page that is left sooner after a change has not been kept waiting. */
const patience = 2_000;
/** Addresses of the page that are remembered: one changes while the page is already being loaded again at the one before. */
const remembered = 4;

interface Arrivals {
  /** A new address has a state. Whether it was taken up; throws where it cannot be read. */
  onArrival(link: Link): boolean;
  /** A new address has one that cannot be read. */
  onFault(error: unknown): void;
}

/**
 * @param isRead whether the state that the page was opened with is that of its address
 * @param waits whether another state waits to be asked for: the first one is then not kept in its place
 * @returns whether the storage is denied
 */
export function useKeeping(state: StudioState, isRead: boolean, waits: boolean, arrivals: Arrivals): boolean {
  const [denied, setDenied] = useState(false);
  const latest = useRef({ state, first: state, waits });
  latest.current = { ...latest.current, state, waits };
  const addresses = useRef(isRead ? [location.hash] : []);
  /** The game that was last on the page with a result. */
  const drawn = useRef<string | null>(null);
  /** When the game became what it is. */
  const changed = useRef({ gameText: state.gameText, at: performance.now() });
  if (changed.current.gameText !== state.gameText) {
    changed.current = { gameText: state.gameText, at: performance.now() };
  }
  const keep = useCallback((isLeaving = false) => {
    const { state: now, first, waits: isFirst } = latest.current;
    if (isFirst && now === first) return true;
    const soon = isLeaving && performance.now() - changed.current.at < patience;
    return save({ state: now, addresses: addresses.current, drawn: soon || drawn.current === now.gameText });
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDenied(!keep());
      if (latest.current.waits && latest.current.first === state) return;
      void writeAddress(state).then((fragment) => {
        if (latest.current.state !== state || fragment === location.hash) return;
        addresses.current = [fragment, ...addresses.current].slice(0, remembered);
        history.replaceState(null, '', fragment);
      });
    }, rest);
    return () => clearTimeout(timer);
  }, [state, keep]);
  useEffect(
    () =>
      watchResults(() => {
        const { gameText } = latest.current.state;
        if (drawn.current === gameText) return;
        drawn.current = gameText;
        keep();
      }),
    [keep],
  );
  useEffect(() => {
    const leave = () => void keep(true);
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [keep]);
  const arrive = useRef(arrivals);
  arrive.current = arrivals;
  useEffect(() => {
    const look = async () => {
      const { hash } = location;
      if (hash === addresses.current[0]) return;
      try {
        const link = await readLink(hash);
        if (link !== null && arrive.current.onArrival(link)) addresses.current = [hash];
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
