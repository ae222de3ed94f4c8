/**
 * A slider over a parameter, and the probabilities of the outcomes beside it.
 */
import { bundledGameText } from '@trilogue/core';
import type { Answer, Question } from './worker.js';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const slider = document.querySelector<HTMLInputElement>('#trust')!;
const output = document.querySelector<HTMLOutputElement>('output')!;
let id = 0;

function ask(): void {
  const question: Question = {
    id: ++id,
    game: bundledGameText('data-sharing'),
    set: { tau: slider.valueAsNumber },
    tolerance: 0.01,
  };
  worker.postMessage(question);
}

worker.onmessage = ({ data }: MessageEvent<Answer>) => {
  if (data.id !== id) return; // an answer to an older question
  if (data.kind === 'progress') output.textContent = `${Math.round(100 * data.part)}%`;
  if (data.kind === 'error') output.textContent = data.message;
  if (data.kind !== 'result') return;
  const lines = data.outcomes.map(({ profile, low, high }) => `${profile}: ${low.toFixed(2)} to ${high.toFixed(2)}`);
  output.textContent = `${lines.join('\n')}\non ${data.backend}`;
};

slider.addEventListener('input', ask);
ask();
