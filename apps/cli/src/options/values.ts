/** `--values name=1,2,3`: several values of one parameter, for the curves of one picture. */
import { InvalidArgumentError } from 'commander';
import { readNumber } from './number.js';

export interface Values {
  readonly name: string;
  readonly values: readonly number[];
}

/** @param most as many as a picture can tell apart. @throws InvalidArgumentError */
export function readValues(most: number): (text: string) => Values {
  return (text) => {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals)).trim();
    const values = text
      .slice(equals + 1)
      .split(',')
      .map((part) => readNumber(part.trim()));
    if (name === '' || values.some((value) => value === undefined)) {
      throw new InvalidArgumentError('Expected NAME=V1,V2,..., such as F_p=2,3,4,5.');
    }
    const twice = values.find((value, i) => values.indexOf(value) < i);
    if (twice !== undefined) throw new InvalidArgumentError(`${twice} stands there twice.`);
    if (values.length > most) {
      throw new InvalidArgumentError(
        `${values.length} values; at most ${most} curves can be told apart in one picture.`,
      );
    }
    return { name, values: values as number[] };
  };
}
