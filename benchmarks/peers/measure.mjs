/** What the JavaScript programs share: a warm-up, the processor seconds, and the result as JSON on standard output. */

const STEPS = 200;

/** `count` runs at least so many paths and says how many of how many reached full sharing. */
export async function measure(paths, count) {
  await count(1 << 12);
  const before = process.cpuUsage();
  const { full, paths: done } = await count(paths);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(JSON.stringify({ steps: done * STEPS, seconds, probability: full / done }));
}
