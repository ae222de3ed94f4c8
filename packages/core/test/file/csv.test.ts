import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, csvTable } from '../../src/file/csv.js';

describe('a table as CSV', () => {
  it('quotes what needs it, and writes numbers with all their digits', () => {
    expect(
      csvTable(
        ['a', 'b,c'],
        [
          ['x"y', 0.1 + 0.2],
          [null, true],
          ['two\nlines', -5e-324],
        ],
      ),
    ).toBe('a,"b,c"\n"x""y",0.30000000000000004\n,true\n"two\nlines",-5e-324\n');
  });

  it.each([
    ["=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"],
    ['=HYPERLINK("http://evil","x")', '"\'=HYPERLINK(""http://evil"",""x"")"'],
    ['+1+1', "'+1+1"],
    ['-b + tau', "'-b + tau"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', '"\'\r=1+1"'],
    ['\uff1d1+1', "'\uff1d1+1"],
  ])('leaves no word that a spreadsheet would run: %j', (text, expected) => {
    expect(csvLine([text])).toBe(`${expected}\n`);
    expect(csvTable([text], [])).toBe(`${expected}\n`);
  });

  it('leaves numbers as they are, also those that are text, and words within', () => {
    expect(csvLine(['-0.5', '-1e-3', -2, '.5', 'a=b', 'x-y', "'quoted"])).toBe("-0.5,-1e-3,-2,.5,a=b,x-y,'quoted\n");
  });

  it('is read back by the rules of RFC 4180, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (entries) => {
        const fields = read(csvLine(entries).slice(0, -1));
        expect(fields.length).toBe(entries.length);
        for (const [i, text] of fields.entries()) {
          expect([entries[i], `'${entries[i]}`]).toContain(text);
          expect(/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text))).toBe(false);
        }
      }),
    );
  });
});

/** The fields of a line. */
function read(line: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|$)/gy;
  for (;;) {
    const [, quoted, plain, end] = field.exec(line)!;
    fields.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '') return fields;
  }
}
