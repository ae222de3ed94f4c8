/**
 * A wide table that scrolls sideways in its card, with the keyboard too: it takes the focus, and has a name, while it is wider
 * than its place.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import tables from '../style/tables.module.css';

interface ScrollProps {
  /** What is in it, for those who cannot see it. */
  readonly label: string;
  readonly children: ReactNode;
}

export function Scroll({ label, children }: ScrollProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current!;
    const whileWide = { role: 'group', 'aria-label': label, tabindex: '0' };
    const observer = new ResizeObserver(() => {
      const isWide = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(whileWide)) {
        if (isWide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    });
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [label]);
  return (
    <div ref={frame} className={tables.scroll}>
      {children}
    </div>
  );
}
