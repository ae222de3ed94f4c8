/**
 * Which imports break the layers. Owns the rules; the table says which package may import which, the caller brings the files.
 */
import { posix } from 'node:path';
import { listImports } from './list-imports.mjs';

/**
 * @typedef {import('./table.mjs').Layer} Layer
 * @typedef {{ path: string, text: string }} File `path` from the root of the repository, with forward slashes
 * @typedef {{ path: string, line: number, found: string, remedy: string }} Fault
 * @typedef {{ layers: readonly Layer[], testOnly: readonly string[] }} Table
 */

/**
 * @param {readonly File[]} files source files of the workspaces
 * @param {Table} table
 * @returns {Fault[]} in the order of the files
 */
export function findFaults(files, table) {
  return files.flatMap(({ path, text }) => {
    const layer = table.layers.find(({ folder }) => path.startsWith(`${folder}/`));
    if (!layer) {
      const remedy = 'add its workspace to scripts/layers/table.mjs, with what it may import';
      return [{ path, line: 1, found: 'a file of a workspace that has no layer', remedy }];
    }
    const inside = path.slice(layer.folder.length + 1);
    return listImports(inside, text).flatMap((imported) => {
      const fault = imported.specifier.startsWith('.')
        ? relativeFault(layer, inside, imported.specifier)
        : packageFault(layer, inside, imported, table);
      return fault ? [{ path, line: imported.line, ...fault }] : [];
    });
  });
}

/** @param {string} inside path from the package's folder */
const isSource = (inside) => inside.startsWith('src/');

/**
 * @param {Layer} layer
 * @param {string} inside
 * @param {string} specifier
 */
function relativeFault({ rooms = [] }, inside, specifier) {
  const target = posix.join(posix.dirname(inside), specifier);
  if (target.startsWith('..')) {
    return { found: `"${specifier}" leaves the package`, remedy: 'import the other package by its name' };
  }
  if (isSource(inside) && /^src(\/index(\.\w+)?)?\/?$/.test(target)) {
    return {
      found: `"${specifier}" is the package's own index`,
      remedy: 'import the file that has the name, so that the index only gathers',
    };
  }
  const [from, to] = [inside, target].map((path) => rooms.findIndex((room) => path.startsWith(`src/${room}/`)));
  if (isSource(inside) && from >= 0 && to > from) {
    return {
      found: `"${specifier}" is in ${rooms[to]}, which comes after ${rooms[from]}`,
      remedy: 'move the code up, or what it needs down',
    };
  }
  return undefined;
}

/**
 * @param {Layer} layer
 * @param {string} inside
 * @param {import('./list-imports.mjs').Import} imported
 * @param {Table} table
 */
function packageFault(layer, inside, { specifier, typeOnly }, { layers, testOnly }) {
  const name = [...layers.map((other) => other.name), ...testOnly].find(
    (other) => specifier === other || specifier.startsWith(`${other}/`),
  );
  if (!name) {
    if (!/^@(trilogue|internal)\//.test(specifier)) return undefined;
    return {
      found: `"${specifier}" is in no layer`,
      remedy: 'correct the name, or add it to scripts/layers/table.mjs',
    };
  }
  // a package's version is public
  if (specifier !== name && specifier !== `${name}/package.json`) {
    return {
      found: `"${specifier}" reaches into ${name}`,
      remedy: `export what is needed from ${name} and import that`,
    };
  }
  const tests = !isSource(inside);
  if (layer.values.includes(name) || (tests && (name === layer.name || testOnly.includes(name)))) return undefined;
  if (name === layer.name) {
    return { found: `"${specifier}" is the package itself`, remedy: 'import the file that has the name, by its path' };
  }
  if (layer.types.includes(name)) {
    if (typeOnly || tests) return undefined;
    return { found: `a value from ${name}`, remedy: `${layer.name} may import types of it alone: use "import type"` };
  }
  const allowed = [...layer.values, ...layer.types].join(', ') || 'no package of ours';
  return {
    found: `${layer.name} imports ${name}`,
    remedy: `it may import ${allowed}: move the code up a layer, or what it needs down`,
  };
}
