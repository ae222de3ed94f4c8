/**
 * What is wrong with a game, in the page's language. English is the packages' own text; for Chinese the phrases of a fault are
 * put in place of theirs, and what stands in no phrase (names, numbers, formulas, the message of the YAML parser) stays.
 */
import { type Fault, renderFault } from '@trilogue/core';
import type { Language } from '../state/state';
import { chinesePhrases, chinesePlaces } from './fault-phrases-zh';
import { translated } from './phrases';

/** As many names as the packages' own text lists. */
const shownNames = 40;

export function faultWords(fault: Fault, language: Language): string {
  if (language !== 'zh-CN') return renderFault(fault);
  const { line, column, at, place, found, expected, known, suggestion } = fault;
  const address = line === undefined ? '' : `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}`;
  const where = [address, placeWords(place)].filter((part) => part !== '').join('，');
  const inside = at === undefined ? '' : `（公式第 ${at} 列）`;
  const wanted = known === undefined ? `；应为${translated(expected, chinesePhrases)}` : '';
  const said = `${translated(found.replace(/,$/, ''), chinesePhrases)}${inside}${wanted}。`;
  const head = where === '' ? said : `${where}：${said}`;
  if (known === undefined) return head;
  const names = known.length === 0 ? '无' : known.slice(0, shownNames).join(', ');
  const more = known.length > shownNames ? '等' : '';
  const hint = suggestion === undefined ? '' : `是否想写“${suggestion}”？`;
  return `${head}\n  已知名称：${names}${more}。${hint}`;
}

/** Places inside of places are translated from the outside in. */
function placeWords(place: string): string {
  const [, outer = '', scenario] = /^(.*), in scenario (.*)$/s.exec(place) ?? [];
  if (scenario !== undefined) return `${placeWords(outer)}，情景 ${scenario}`;
  const [, part = '', of] = /^(value|range|title|group|unit) of (.*)$/s.exec(place) ?? [];
  if (of !== undefined) return `${placeWords(of)} 的 ${part}`;
  return translated(place, chinesePlaces);
}
