/**
 * The page's entry: which state it begins with, the workers, and the first drawing.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readLink } from './address/address';
import { restore } from './address/autosave';
import { createCompute } from './compute/client';
import { createDrawer } from './draw/client';
import { App } from './shell/App';
import type { Held } from './shell/Notices';
import { firstResult } from './shell/ready';
import { firstState, type StudioState } from './state/state';
import './style/tokens.css';
import './style/base.css';

// both start while the state is read
const compute = createCompute();
const drawer = createDrawer();

const { state, held = null, linkFault = null } = await begin();
compute.open(state.backend);
void firstResult.then(compute.drawn);
createRoot(document.getElementById('studio')!).render(
  <StrictMode>
    <App first={state} firstHeld={held} linkFault={linkFault} compute={compute} drawer={drawer} />
  </StrictMode>,
);

/**
 * The state of the address, else the one in the storage, else the bundled game. The address is written a moment after a change: a page that
 * is reloaded at one of its own addresses takes the state from the storage, so that a change in that moment is not lost. A game that this
 * page has not drawn before is opened only when the user asks for it.
 */
async function begin(): Promise<{ state: StudioState; held?: Held; linkFault?: unknown }> {
  const kept = restore();
  const otherwise = () => (kept?.drawn ? kept.open() : firstState());
  const back = comesBack() && kept?.addresses.includes(location.hash);
  try {
    const link = back ? null : await readLink(location.hash);
    if (link !== null && (link.ownGame === null || (kept?.drawn && link.ownGame === kept.ownGame))) {
      return { state: link.open() };
    }
    if (link !== null) return { state: otherwise(), held: { why: 'link', open: link.open } };
    if (kept !== null && !kept.drawn) return { state: firstState(), held: { why: 'kept', open: kept.open } };
    return { state: otherwise() };
  } catch (error) {
    return { state: otherwise(), linkFault: error };
  }
}

/** Whether the page was loaded again, or gone back to, and not opened by a link. */
function comesBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload' || navigation?.type === 'back_forward';
}
