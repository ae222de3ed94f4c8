/**
 * What a source file imports: static and dynamic imports, re-exports, `require`, and types imported in place. Owns the reading
 * of one file; judges nothing.
 */
import ts from 'typescript';

/**
 * @typedef {object} Import
 * @property {string} specifier as written, such as `./game.js` or `@trilogue/core`
 * @property {number} line from 1
 * @property {boolean} typeOnly whether nothing of it is left when the program runs
 */

/**
 * @param {string} path decides how the text is read (TypeScript, JavaScript, with or without JSX)
 * @param {string} text
 * @returns {Import[]} in the order of the file; specifiers that are not string literals are left out
 */
export function listImports(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  /** @type {Import[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const [specifier, typeOnly] = importOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) {
      const { line } = source.getLineAndCharacterOfPosition(specifier.getStart(source));
      found.push({ specifier: specifier.text, line: line + 1, typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {[ts.Node | undefined, boolean]} what it imports from, where it is an import, and whether only types
 */
function importOf(node) {
  if (ts.isImportDeclaration(node)) return [node.moduleSpecifier, onlyTypes(node.importClause)];
  if (ts.isExportDeclaration(node)) {
    return [node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause)];
  }
  if (ts.isExternalModuleReference(node)) return [node.expression, false];
  if (ts.isImportTypeNode(node)) return [ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true];
  if (ts.isCallExpression(node)) {
    const { kind } = node.expression;
    const imports = kind === ts.SyntaxKind.ImportKeyword;
    const requires = ts.isIdentifier(node.expression) && node.expression.text === 'require';
    if (imports || requires) return [node.arguments[0], false];
  }
  return [undefined, false];
}

/** @param {ts.ImportClause | undefined} clause */
function onlyTypes(clause) {
  if (!clause) return false;
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && allTypes(clause.namedBindings));
}

/** @param {ts.NamedImportBindings | ts.NamedExportBindings | undefined} names */
function allTypes(names) {
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}
