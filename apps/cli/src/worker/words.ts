/** What a worker says of itself while it runs, and at its end. */
import type { ServeEvent, ServeReport } from '@trilogue/cluster';
import { count, large } from '../output/figures.js';
import { visibleLine } from '../output/visible.js';

/** A line for people, null for what need not be said. What others wrote into the queue stays on it. */
export function eventWords(event: ServeEvent): string | null {
  const words = wordsOf(event);
  return words === null ? null : visibleLine(words);
}

function wordsOf(event: ServeEvent): string | null {
  switch (event.kind) {
    case 'waiting':
      return 'waiting for a sweep';
    case 'joined':
      return `computing ${event.metric} of "${event.game}" for ${event.collector} on ${event.runs}`;
    case 'refused':
      return `refused by a sweep of "${event.game}": ${event.reason}`;
    case 'returned':
      return `gave back ${event.words}`;
    case 'failed':
      return `could not compute ${event.words}: ${event.message}`;
    case 'trouble':
      return `queue: ${event.message}`;
    case 'done':
      return null;
  }
}

export function reportWords({ chunks, failed, returned, pathSteps, seconds }: ServeReport): string {
  const speed = seconds > 0 ? `, ${large(Number((pathSteps / seconds).toPrecision(2)))} steps per second` : '';
  const rest = [failed > 0 ? `${count(failed)} failed` : '', returned > 0 ? `${count(returned)} given back` : ''];
  const words = [`${count(chunks)} chunks computed${speed}`, ...rest.filter((part) => part !== '')];
  return words.join(', ');
}
