import { expect, it } from 'vitest';
import { eventWords } from '../../src/worker/words.js';

it('what a worker says of others stays on one line', () => {
  const lines = 'x\n  everything is right\u001b[2J';
  const said = eventWords({ kind: 'joined', game: lines, metric: lines, collector: lines, runs: 'wasm' });
  for (const sign of ['\n', '\u001b']) expect(said).not.toContain(sign);
  expect(said).toContain('x\\u000a  everything is right');
  expect(eventWords({ kind: 'waiting' })).toBe('waiting for a sweep');
});
