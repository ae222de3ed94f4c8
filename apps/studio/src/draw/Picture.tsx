/**
 * A chart in a view: drawn by the drawing worker to the width that there is, with its content in words for those who cannot
 * see it. What lies over it (a cursor, a tooltip) is given the plots' places.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { markReady } from '../shell/ready';
import { useTheme } from '../shell/theme';
import { chartWords } from './chart-words';
import type { Drawer, DrawingPlace, PictureRequest } from './client';
import styles from './picture.module.css';
import type { ChartInput, ChartName, Drawing } from './protocol';

export const DrawerContext = createContext<Drawer | null>(null);

export interface PictureProps<Name extends ChartName> {
  readonly chart: Name;
  /** Null while there is nothing to draw. */
  readonly input: ChartInput<Name> | null;
  /** Height in CSS pixels; default the chart's own for the width. */
  readonly height?: number;
  /** The widest that it becomes; default 960. */
  readonly maxWidth?: number;
  /** Height that is kept free until the first drawing is there. */
  readonly placeholder?: number;
  /** What lies over the picture. */
  readonly over?: (drawing: Drawing) => ReactNode;
}

export function Picture<Name extends ChartName>(props: PictureProps<Name>) {
  const { chart, input, height, maxWidth = 960, placeholder = 320, over } = props;
  const drawer = useContext(DrawerContext);
  const theme = useTheme();
  const texts = useTexts();
  const words = chartWords[useLanguage()];
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const place = useRef<DrawingPlace | null>(null);
  const [width, setWidth] = useState(0);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const opened = drawer!.place((reply, request) => {
      setDrawn({ request, error: 'error' in reply ? reply.error : null });
      if ('drawing' in reply) setDrawing(reply.drawing);
    });
    place.current = opened;
    return () => opened.close();
  }, [drawer]);
  // by content: views make their input anew each time they are drawn
  const content = input === null ? null : JSON.stringify(input);
  const request = useMemo((): PictureRequest | null => {
    if (width === 0 || content === null) return null;
    const size = { width: Math.min(width, maxWidth), ...(height === undefined ? {} : { height }) };
    return { chart, input: { words, ...JSON.parse(content) }, size, theme };
  }, [chart, content, width, height, maxWidth, theme, words]);
  useLayoutEffect(() => {
    if (request !== null) place.current!.draw(request);
  }, [request]);
  useLayoutEffect(() => {
    if (drawing === null) return;
    // parsed as XML, so that nothing in it can be anything but a picture
    const { documentElement } = new DOMParser().parseFromString(drawing.svg, 'image/svg+xml');
    canvas.current!.replaceChildren(document.importNode(documentElement, true));
    markReady();
  }, [drawing]);

  return (
    <div
      ref={frame}
      className={styles.frame}
      aria-busy={content !== null && drawn?.request !== request}
      style={drawing === null ? { minHeight: placeholder } : undefined}
    >
      <div className={styles.picture} style={drawing === null ? undefined : { width: drawing.width }}>
        <div ref={canvas} className={styles.canvas} />
        {drawing !== null && over?.(drawing)}
      </div>
      {drawn?.error != null && (
        <p role="alert" className={styles.error}>
          {texts.picture.failed(drawn.error)}
        </p>
      )}
    </div>
  );
}

/** What was drawn last, or could not be. */
interface Drawn {
  readonly request: PictureRequest;
  readonly error: string | null;
}
