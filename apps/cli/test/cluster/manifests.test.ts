/** The compose file and the Kubernetes manifest: what they name is there, and the command line takes what they start. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { trilogue } from '../trilogue.js';

const folder = join(import.meta.dirname, '../../../../examples/cluster');
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector: { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly containers: readonly Container[]; readonly terminationGracePeriodSeconds?: number };
    };
  };
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args: readonly string[];
  readonly env: readonly {
    readonly name: string;
    readonly valueFrom: { readonly secretKeyRef: { readonly name: string } };
  }[];
}

describe('compose.yaml', () => {
  const { services, volumes } = parse(text('compose.yaml')) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: object;
  };

  it('has Redis with a password, workers and a collector that wait for it', () => {
    expect(Object.keys(services)).toEqual(['redis', 'worker', 'collector']);
    expect(services.redis!.command!.join(' ')).toMatch(/--requirepass \$\{REDIS_PASSWORD:\?.*noeviction/);
    for (const name of ['worker', 'collector']) {
      const { build, environment, depends_on: waits } = services[name]!;
      expect(build).toBe('.');
      expect(environment!.TRILOGUE_QUEUE).toBe('redis://:$' + '{REDIS_PASSWORD:?set a password}@redis:6379');
      expect(waits).toEqual({ redis: { condition: 'service_healthy' } });
    }
    expect(services.redis!.healthcheck).toBeDefined();
    expect(Object.keys(volumes)).toEqual(services.redis!.volumes!.map((volume) => volume.split(':')[0]));
  });

  it('is taken by docker compose, where that is installed', (context) => {
    const { status, stderr } = spawnSync(
      'docker',
      ['compose', '--file', join(folder, 'compose.yaml'), 'config', '--quiet'],
      {
        encoding: 'utf8',
        env: { ...process.env, REDIS_PASSWORD: 'secret' },
      },
    );
    if (status === null || /not a docker command|unknown (shorthand )?(command|flag)/.test(stderr)) {
      context.skip('docker compose is not installed');
    }
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('kubernetes.yaml', () => {
  const manifests = parseAllDocuments(text('kubernetes.yaml')).map((document) => document.toJS() as Manifest);

  it('has a service and a server of Redis, and a Deployment of workers, with the address from a secret', () => {
    expect(manifests.map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${metadata.name}`)).toEqual([
      'v1 Service trilogue-redis',
      'apps/v1 StatefulSet trilogue-redis',
      'apps/v1 Deployment trilogue-worker',
    ]);
    const [service, server, workers] = manifests;
    for (const { spec } of [server!, workers!]) {
      expect(spec.template!.metadata.labels).toEqual(spec.selector.matchLabels);
      for (const { env } of spec.template!.spec.containers) {
        expect(env[0]!.valueFrom.secretKeyRef.name).toBe('trilogue-queue');
      }
    }
    expect(service!.spec.selector).toEqual(server!.spec.selector.matchLabels);
    // more than the five seconds that a chunk has to finish, and those in which the worker says goodbye
    expect(workers!.spec.template!.spec.terminationGracePeriodSeconds).toBeGreaterThan(10);
  });

  it('starts what the command line knows, as the Dockerfile and compose.yaml do', async () => {
    const { args, env } = manifests[2]!.spec.template!.spec.containers[0]!;
    expect(env[0]!.name).toBe('TRILOGUE_QUEUE');
    const { code, stderr } = await trilogue([...args, '--queue', 'redis://127.0.0.1:1']);
    // every option is known: what fails is that no server is there
    expect([code, stderr]).toEqual([1, expect.stringContaining('no Redis server answers at redis://127.0.0.1:1')]);
    expect(text('Dockerfile')).toContain('ENTRYPOINT ["trilogue"]\nCMD ["worker"]');
  });
});
