/**
 * What a queue costs: a sweep of many cells by workers on this machine, beside the same sweep without a queue. Says how much
 * of the workers' time was not computing, how much memory Redis used, and that the queue is empty at the end.
 *
 *   node benchmarks/cluster.mjs [--cells 100000] [--workers 1,2] [--paths 1000] [--chunk 250000000] [--json]
 *
 * Needs redis-server. Each worker computes on one thread.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';

const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '1,2' },
    paths: { type: 'string', default: '1000' },
    chunk: { type: 'string', default: '250000000' },
    json: { type: 'boolean', default: false },
  },
});
const cli = fileURLToPath(new URL('../apps/cli/bin/trilogue.js', import.meta.url));
const numbers = (text) => text.split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'trilogue-cluster-'));
const { VK_DRIVER_FILES: _, VK_ICD_FILENAMES: __, ...env } = process.env;

const start = (args) => spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });

/** Processor seconds that a process and its children have used; Linux. */
function processorSeconds(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Seconds of a command, and its processor seconds but for the last moment. */
async function run(words) {
  const started = performance.now();
  const child = start(words);
  let cpu = 0;
  const watch = setInterval(() => {
    cpu = processorSeconds(child.pid);
  }, 50);
  const [code] = await once(child, 'exit').finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`trilogue ${words.join(' ')}: exit code ${code}`);
  return { wall: (performance.now() - started) / 1000, cpu };
}

const sweep = (cells, out) => {
  const columns = Math.round(Math.sqrt(cells));
  return [
    ...['sweep', 'data-sharing', '--x', `tau=0:1:${columns}`, '--y', `p=0:2:${Math.round(cells / columns)}`],
    ...[
      '--metric',
      'P(share,share,coordinate)',
      '--dt',
      '0.1',
      '--paths',
      values.paths,
      '--backend',
      'wasm',
      '--out',
      out,
    ],
  ];
};

async function overQueue(cells, count) {
  const port = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
  const redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.ping();
  const empty = Number(/used_memory:(\d+)/.exec(await client.info('memory'))[1]);
  const workers = Array.from({ length: count }, () => start(['worker', '--queue', url, '--threads', '1']));
  const out = join(folder, `queue-${cells}-${count}`);
  const { wall, cpu } = await run([...sweep(cells, out), '--queue', url, '--chunk', values.chunk]);
  const { times } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const commands = Number(/total_commands_processed:(\d+)/.exec(await client.info('stats'))[1]);
  const redisSeconds = processorSeconds(redis.pid);
  // workers look away within seconds
  let left = [];
  for (let i = 0; i < 100; i++) {
    left = (await client.keys('*')).filter((key) => key !== '{trilogue}:workers');
    if (left.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const talking = workers.reduce((sum, worker) => sum + processorSeconds(worker.pid), 0);
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  client.disconnect();
  redis.kill();
  const { queue, performance: speed } = times;
  return {
    ...{ cells, workers: count, wall, seconds: speed.seconds, computing: queue.computing, chunks: queue.chunks },
    /** The part of the workers' time, while the sweep ran, in which none of their chunks was computed. */
    idle: 1 - queue.computing / (count * speed.seconds),
    talking,
    collecting: cpu,
    commandsEach: commands / queue.chunks,
    redisMillisecondsEach: (1000 * redisSeconds) / queue.chunks,
    redisMemory: queue.mostRedisBytes - empty,
    left: left.length,
    csv: readFileSync(join(out, 'cells.csv')),
  };
}

try {
  const rows = [];
  for (const cells of numbers(values.cells)) {
    const out = join(folder, `here-${cells}`);
    const { wall } = await run([...sweep(cells, out), '--threads', '1']);
    const { times } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const alone = { cells, workers: 0, wall, seconds: times.performance.seconds };
    const csv = readFileSync(join(out, 'cells.csv'));
    rows.push(alone);
    for (const count of numbers(values.workers)) {
      const { csv: found, ...row } = await overQueue(cells, count);
      if (!found.equals(csv)) throw new Error(`${cells} cells over ${count} workers: other bytes than without a queue`);
      if (row.left > 0) throw new Error(`${row.left} keys are left in Redis`);
      rows.push({ ...row, efficiency: alone.seconds / (count * row.seconds) });
    }
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else {
    for (const row of rows) {
      if (row.workers === 0) {
        console.log(`${row.cells} cells, no queue, one thread: ${row.seconds.toFixed(1)} s`);
        continue;
      }
      console.log(
        [
          `${row.cells} cells, ${row.workers} workers of one thread: ${row.seconds.toFixed(1)} s`,
          `efficiency ${(100 * row.efficiency).toFixed(1)}%`,
          `${row.chunks} chunks of ${(row.computing / row.chunks).toFixed(2)} s`,
          `not computing ${(100 * row.idle).toFixed(1)}%`,
          `Redis ${row.commandsEach.toFixed(1)} commands and ${row.redisMillisecondsEach.toFixed(2)} ms a chunk, at most ${(row.redisMemory / 2 ** 20).toFixed(2)} MB more than empty`,
          `workers' own ${(1000 * (row.talking / row.chunks)).toFixed(1)} ms a chunk, collector's ${row.collecting.toFixed(1)} s in all`,
        ].join(', '),
      );
    }
    console.log(`load average ${loadavg()[0].toFixed(1)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
