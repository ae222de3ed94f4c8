/**
 * TypeScript and JavaScript snippets: compiled together, TypeScript strictly, to be run one by one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Snippet {
  /** Name without an ending. */
  readonly name: string;
  readonly language: 'ts' | 'js';
  readonly text: string;
}

/**
 * Checks and compiles snippets into `folder/out`, as `NAME.js`.
 * @param folder somewhere below the root of the repository, so that its packages are found
 * @returns what the compiler finds wrong, one line each
 */
export function compileSnippets(snippets: readonly Snippet[], folder: string): string[] {
  const [source, out] = ['source', 'out'].map((name) => join(folder, name));
  for (const made of [source, out]) mkdirSync(made, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const files = snippets.map(({ name, language, text }) => {
    const file = join(source, `${name}.${language}`);
    writeFileSync(file, text);
    return file;
  });
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    rootDir: source,
    outDir: out,
    ...{ strict: true, allowJs: true, skipLibCheck: true },
  });
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ file, messageText }) =>
    [file?.fileName ?? '', ts.flattenDiagnosticMessageText(messageText, '\n')].join(': '),
  );
}
