import { describe, expect, it } from 'vitest';
import { listImports } from '../../layers/list-imports.mjs';

describe('listImports', () => {
  it.each([
    ["import { a } from 'x';", false],
    ["import a from 'x';", false],
    ["import * as a from 'x';", false],
    ["import 'x';", false],
    ["import {} from 'x';", false],
    ["import a, { type B } from 'x';", false],
    ["import { a, type B } from 'x';", false],
    ["import { type A, type B } from 'x';", true],
    ["import type { A } from 'x';", true],
    ["import type A from 'x';", true],
    ["export { a } from 'x';", false],
    ["export * from 'x';", false],
    ["export type { A } from 'x';", true],
    ["export type * from 'x';", true],
    ["export { type A } from 'x';", true],
    ["const a = await import('x');", false],
    ["const a = require('x');", false],
    ["import a = require('x');", false],
    ["let a: import('x').A;", true],
    ["function f(): typeof import('x') { return g(); }", true],
  ])('%s', (text, typeOnly) => {
    expect(listImports('a.ts', text)).toEqual([{ specifier: 'x', line: 1, typeOnly }]);
  });

  it('gives lines, in the order of the file', () => {
    const text = "import { a } from 'x';\n\nexport const b = () =>\n  import('y');\n";
    expect(listImports('a.ts', text).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual(['1 x', '4 y']);
  });

  it('sees nothing in comments, strings, exports of its own and computed imports', () => {
    const text = "// import 'x';\nconst s = \"import 'x'\";\nexport { s };\nexport const m = import(s);\n";
    expect(listImports('a.ts', text)).toEqual([]);
  });

  it('reads JavaScript and JSX', () => {
    expect(listImports('a.mjs', "import 'x';")).toHaveLength(1);
    expect(listImports('a.tsx', "import 'x';\nexport const a = <p>it's</p>;")).toHaveLength(1);
  });
});
