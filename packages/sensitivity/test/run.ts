/** Runs a model at every row of a design, and draws noise: what a caller of the package does. */
import { createStream, keyOf, normalPair } from '@trilogue/random';
import { type Answers, createAnswers, type Output } from '../src/answers.js';
import type { Design } from '../src/design/contract.js';
import type { Recipe } from '../src/design/recipe.js';
import type { Factor } from '../src/factor/factor.js';

export function run<R extends Recipe>(design: Design<R>, model: (point: number[]) => Output): Answers<R> {
  const answers = createAnswers(design);
  for (let row = 0; row < design.runs; row++) {
    answers.tell(row, model(design.point(row)));
  }
  return answers;
}

/** `count` factors on one range, named x1, x2, ... */
export function factors(count: number, range: readonly [number, number] = [0, 1]): Factor[] {
  return Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range }));
}

/** Standard normals in order. */
export function normals(seed: string): () => number {
  const stream = createStream(keyOf(seed), 0, 0);
  return () => normalPair(stream.word(), stream.word())[0];
}
