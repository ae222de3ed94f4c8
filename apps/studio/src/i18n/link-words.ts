/**
 * Why a link could not be read, in the page's language. English is the message of the error itself.
 */
import { RecordError } from '../address/check';
import type { Language } from '../state/state';
import { type Phrase, translated } from './phrases';

const phrases: readonly Phrase[] = [
  [/^a finite number$/, () => '有限的数'],
  [/^a number from (.*) to (.*)$/, (low, high) => `${low} 至 ${high} 之间的数`],
  [/^a number above 0$/, () => '大于 0 的数'],
  [/^a tolerance, or paths and perhaps a step$/, () => '误差，或路径数（可附步长）'],
  [/^a whole number$/, () => '整数'],
  [/^true or false$/, () => 'true 或 false'],
  [/^text of at most (\d+) characters$/, (most) => `不超过 ${most} 个字符的文本`],
  [/^one of (.*)$/s, (list) => `以下之一：${list}`],
  [/^an object$/, () => '对象'],
  [/^(\d+) entries$/, (count) => `${count} 项`],
  [/^at most (\d+)$/, (most) => `至多 ${most} 项`],
  [/^a usual name$/, () => '普通的名称'],
  [/^an entry$/, () => '一个设置项'],
  [/^none of that name$/, () => '没有该名称的设置项'],
  [/^a lower and a higher end$/, () => '由小到大的两端'],
  [/^(.*) to (.*)$/, (from, to) => `${from} 至 ${to}`],
  [/^(\d+), the only one this page knows$/, (version) => `${version}（本页唯一支持的版本）`],
  [/^a text that is cut off or changed$/, () => '被截断或改动的文本'],
  [/^a text that unpacks to more than 4 MB$/, () => '解压后超过 4 MB 的文本'],
  [/^the link as the studio made it$/, () => '本页生成的完整链接'],
  [/^the state of a studio$/, () => '本页的状态'],
];

export function linkWords(error: unknown, language: Language): string {
  if (!(error instanceof RecordError)) return error instanceof Error ? error.message : String(error);
  if (language !== 'zh-CN') return error.message.replace(/\.$/, '');
  const { place, found, expected } = error;
  return `${place}：得到 ${translated(found, phrases)}，应为 ${translated(expected, phrases)}`;
}
