/**
 * What turns the cube: dragging with mouse or finger, the arrow keys, and buttons for those who can do neither.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Drawing } from '../../draw/protocol';
import { useTexts } from '../../i18n/use-texts';
import { IconButton } from '../../shell/IconButton';
import styles from './cube.module.css';
import { texts as all } from './texts';

export interface CubeView {
  readonly azimuth: number;
  readonly elevation: number;
}

export const firstView: CubeView = { azimuth: -60, elevation: 22 };

interface TurnProps {
  readonly view: CubeView;
  /** `done` at the end of a gesture. */
  readonly onTurn: (view: CubeView, done: boolean) => void;
}

/** Degrees of a pixel, of a key, of a key with shift. */
const perPixel = 0.45;
const perKey = 5;
const perLargeKey = 15;

/** Azimuth in -180..180, elevation in -90..90. */
export function turned({ azimuth, elevation }: CubeView, around: number, up: number): CubeView {
  const next = azimuth + around;
  return {
    azimuth: next - 360 * Math.round(next / 360),
    elevation: Math.max(-90, Math.min(90, elevation + up)),
  };
}

export function TurnArea({ drawing, view, onTurn }: TurnProps & { readonly drawing: Drawing }) {
  const texts = useTexts(all);
  const from = useRef<{ readonly x: number; readonly y: number; readonly view: CubeView } | null>(null);
  const at = ({ clientX, clientY }: PointerEvent): CubeView => {
    const { x, y, view: start } = from.current!;
    return turned(start, -perPixel * (clientX - x), perPixel * (clientY - y));
  };
  const press = (event: KeyboardEvent) => {
    const step = event.shiftKey ? perLargeKey : perKey;
    const turns: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const turn = turns[event.key];
    if (turn !== undefined) onTurn(turned(view, ...turn), true);
    else if (event.key === 'Home') onTurn(firstView, true);
    else return;
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={styles.area}
      style={{ width: drawing.width, height: drawing.height }}
      aria-label={texts.turn(view.azimuth.toFixed(0), view.elevation.toFixed(0))}
      data-azimuth={view.azimuth.toFixed(1)}
      data-elevation={view.elevation.toFixed(1)}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY, view };
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onTurn(at(event), false);
      }}
      onPointerUp={(event) => {
        if (from.current === null) return;
        onTurn(at(event), true);
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
        onTurn(view, true);
      }}
    />
  );
}

export function TurnButtons({ view, onTurn }: TurnProps) {
  const texts = useTexts(all);
  const button = (sign: string, name: string, next: CubeView) => (
    <IconButton sign={sign} name={name} onClick={() => onTurn(next, true)} />
  );
  return (
    <span className={styles.buttons}>
      {button('←', texts.left, turned(view, perLargeKey, 0))}
      {button('→', texts.right, turned(view, -perLargeKey, 0))}
      {button('↑', texts.up, turned(view, 0, -perLargeKey))}
      {button('↓', texts.down, turned(view, 0, perLargeKey))}
      {button('⟲', texts.home, firstView)}
    </span>
  );
}
