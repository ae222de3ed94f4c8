/**
 * A wide table that scrolls sideways in its card, with the keyboard too: it takes the focus while it is wider than its place.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import tables from '../style/tables.module.css';

interface ScrollProps {
  /** What is in it, for those who cannot see it; no other one on the page has the same. */
  readonly label: string;
  readonly children: ReactNode;
}

export function Scroll({ label, children }: ScrollProps) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = frame.current!;
    const observer = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    });
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={frame} className={tables.scroll} aria-label={label}>
      {children}
    </section>
  );
}
