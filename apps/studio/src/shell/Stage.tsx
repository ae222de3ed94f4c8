/**
 * The view that is chosen, loaded when it is first shown. A view that fails takes nothing else with it.
 */
import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { Model } from '../state/model';
import type { StudioState, ViewName } from '../state/state';
import type { Dispatch, ViewProps } from '../views/contract';
import { GameFile } from '../views/game/GameFile';
import { views } from '../views/registry';
import styles from './app.module.css';

interface StageProps {
  readonly state: StudioState;
  readonly model: Model | null;
  readonly dispatch: Dispatch;
}

const loaded = new Map<ViewName, ComponentType<ViewProps>>();

function viewOf(name: ViewName): ComponentType<ViewProps> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const view = lazy(views[name] ?? views.overview!);
  loaded.set(name, view);
  return view;
}

export function Stage({ state, model, dispatch }: StageProps) {
  const texts = useTexts();
  // without a game that could ever be read there is only the game itself to look at
  const name = views[state.view] === undefined ? 'overview' : state.view;
  const View = viewOf(name);
  return (
    <div id="view" role="tabpanel" aria-labelledby={`tab-${name}`} className={styles.view}>
      {model === null ? (
        <GameFile state={state} dispatch={dispatch} />
      ) : (
        <Guard key={name} message={texts.viewFailed}>
          <Suspense
            fallback={
              <p className={styles.soft} aria-busy="true">
                {texts.loadingView}
              </p>
            }
          >
            <View state={state} model={model} dispatch={dispatch} />
          </Suspense>
        </Guard>
      )}
    </div>
  );
}

interface GuardProps {
  readonly children: ReactNode;
  message(reason: string): string;
}

class Guard extends Component<GuardProps, { readonly reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { reason } = this.state;
    return reason === null ? this.props.children : <p role="alert">{this.props.message(reason)}</p>;
  }
}
