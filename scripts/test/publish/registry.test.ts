import { describe, expect, it } from 'vitest';
import { compareWithBudget } from '../../publish/budgets.mjs';
import { oldest } from '../../publish/nodes.mjs';
import { companionsOf, exampleOf } from '../../publish/readme.mjs';
import { refuseElsewhere, refuseOtherRegistry } from '../../publish/registry.mjs';
import { root } from '../../run.mjs';
import { publicPackages } from '../../workspaces.mjs';

describe('the registry of the publishing test', () => {
  it('is on 127.0.0.1 with a port', () => {
    expect(() => refuseOtherRegistry('http://127.0.0.1:4873/')).not.toThrow();
  });

  it.each([
    'https://registry.example.org/',
    'http://localhost:4873/',
    'http://127.0.0.1.example.org:4873/',
    'http://127.0.0.1@example.org:4873/',
    'https://127.0.0.1:4873/',
    'http://127.0.0.1/',
  ])('is not %s', (url) => {
    expect(() => refuseOtherRegistry(url)).toThrow('Nothing was published');
  });

  it('is refused where npm would publish elsewhere', () => {
    const registry = { url: 'http://127.0.0.1:4873/', env: {}, stop: async () => undefined };
    const [first] = publicPackages();
    expect(() => refuseElsewhere(root, [first!], registry)).toThrow('Nothing was published');
    const env = { npm_config_registry: registry.url, 'npm_config_@trilogue:registry': registry.url };
    expect(() => refuseElsewhere(root, [first!], { ...registry, env })).not.toThrow();
    const other = {
      npm_config_registry: 'http://127.0.0.1:1/',
      'npm_config_@trilogue:registry': 'http://127.0.0.1:1/',
    };
    expect(() => refuseElsewhere(root, [first!], { ...registry, env: other })).toThrow('not to http://127.0.0.1:4873/');
  });
});

describe('compareWithBudget', () => {
  it('finds what is over, what is far below, and a package without a budget', () => {
    expect(compareWithBudget('a', { install: 2, bundle: 10 }, { install: 1.5, bundle: 9 })).toEqual([]);
    expect(compareWithBudget('a', { install: 2, bundle: 10 }, { install: 2.1, bundle: 4 })).toEqual([
      'a: install 2.1 MB, budget 2 MB: find what grew, or raise the budget and say why in the changeset',
      'a: bundle 4.0 kB, budget 10 kB: less than half, lower the budget',
    ]);
    expect(compareWithBudget('a', undefined, { install: 1 })[0]).toContain('a has no budget');
    expect(compareWithBudget('a', { install: 2, bundle: 'Node only' }, { install: 1.5 })).toEqual([]);
  });
});

describe('a README', () => {
  it('tells what to install and what to run', () => {
    const readme = 'Text\n\n```sh\nnpm install a b@2\n```\n\n```ts\nother();\n```\n\n```js\nfirst();\n```\n';
    expect(companionsOf(readme, 'a')).toEqual(['b@2']);
    expect(exampleOf(readme)).toBe('first();\n');
    expect(exampleOf('none')).toBeUndefined();
  });
});

describe('oldest', () => {
  it('reads the engines field', () => {
    expect(oldest('>=20.19')).toBe('20.19.0');
    expect(() => oldest('^20 || ^22')).toThrow('reads only such as');
  });
});
