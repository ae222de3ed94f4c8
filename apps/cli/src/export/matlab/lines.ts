/**
 * Lines of a script: statements cut at a readable width, comments that no text of a game can leave.
 */

const width = 110;

/** A statement, continued with `...` where it is long. Breaks stand before + and - that are not deep in parentheses. */
export function statement(text: string, indent = '  '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of summands(text)) {
    if (line !== '' && line.length + part.length + 1 > width) {
      lines.push(`${line} ...`);
      line = `${indent}    ${part}`;
    } else line = line === '' ? `${indent}${part}` : `${line} ${part}`;
  }
  return [...lines, line];
}

/** Deepest parentheses in which a line may break. */
const deepest = 2;

function summands(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth > deepest || !/^ [+-] /.test(text.slice(at, at + 3))) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

/** Text of a game in one line of a comment. */
export function comment(text: string): string {
  return `% ${oneLine(text)}`.trimEnd();
}

export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Statements with their comments in one column. */
export function commented(rows: readonly (readonly [code: string, remark: string])[], indent = '  '): string[] {
  const wide = Math.min(40, Math.max(0, ...rows.map(([code]) => code.length)));
  return rows.map(([code, remark]) =>
    remark === '' ? `${indent}${code}` : `${indent}${code.padEnd(wide)}  ${comment(remark)}`,
  );
}
