/**
 * The views that there are, each loaded when it is first shown. The order is that of the tabs; a view's title stands in the
 * page's texts under its name.
 */
import type { ViewName } from '../state/state';
import type { ViewModule } from './contract';

export const views: Readonly<Partial<Record<ViewName, () => Promise<ViewModule>>>> = {
  overview: () => import('./overview/view'),
  game: () => import('./game/view'),
  evolution: () => import('./evolution/view'),
  outcomes: () => import('./outcomes/view'),
  heatmap: () => import('./heatmap/view'),
  cube: () => import('./cube/view'),
  equilibria: () => import('./equilibria/view'),
  sensitivity: () => import('./sensitivity/view'),
  scenarios: () => import('./scenarios/view'),
  recommendation: () => import('./recommendation/view'),
};
