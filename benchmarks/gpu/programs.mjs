/** The programs that are compared on a GPU: how each is started, and what each lacks on this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software/i;
/** Chromium's software driver, where Debian puts it. */
const SOFTWARE_DRIVER = '/usr/lib/chromium/vk_swiftshader_icd.json';
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** `{ stdout }`, or `{ reason }`: the last line that a failed command left on standard error. */
function attempt(command, args, env) {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] };
    return { stdout: execFileSync(command, args, options) };
  } catch (error) {
    const lines = String(error.stderr || error.message)
      .trim()
      .split('\n');
    return { reason: lines.findLast((line) => /^\w*(Error|Exit)|finds no|backend "/.test(line)) ?? lines.at(-1) };
  }
}

/** Runs a program: its result, or `{ reason }`. */
export function start({ command, file, env }, args) {
  const { stdout, reason } = attempt(command, [here(file), ...args], env);
  return stdout === undefined ? { reason } : JSON.parse(stdout.trim().split('\n').at(-1));
}

/**
 * Our program: on the machine's own adapter, or on the software one, `{ command, file, env, device, software }`; with
 * `missing` where there is neither.
 */
export function findOurs() {
  const base = { program: 'trilogue webgpu', command: process.execPath, file: 'ours.mjs' };
  let reason;
  const software = {
    VK_DRIVER_FILES: SOFTWARE_DRIVER,
    VK_ICD_FILENAMES: SOFTWARE_DRIVER,
    XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? tmpdir(),
  };
  for (const env of existsSync(SOFTWARE_DRIVER) ? [{}, software] : [{}]) {
    const probe = { ...base, env };
    const found = start({ ...probe, file: 'device.mjs' }, []);
    if (found.device) return { ...probe, device: found.device, software: SOFTWARE.test(found.device) };
    reason ??= found.reason;
  }
  return { ...base, missing: `${reason} For the software adapter: apt-get install chromium libvulkan1` };
}

/** The programs in Python; with `missing` where a package or a device is. */
export function findPeers() {
  const command = process.env.PYTHON ?? 'python3';
  const peers = [
    { program: 'CUDA kernel', file: 'cuda_paths.py', ask: 'import cupy; cupy.cuda.Device().use()', packages: 'CuPy' },
    { program: 'JAX', file: 'jax_paths.py', ask: 'import jax; jax.devices("gpu")', packages: 'JAX with CUDA' },
  ];
  return peers.map(({ ask, packages, ...peer }) => {
    const { reason } = attempt(command, ['-c', ask], {});
    const missing = reason && `needs an NVIDIA GPU and ${packages} (${reason})`;
    return { ...peer, command, env: { PYTHONDONTWRITEBYTECODE: '1' }, missing };
  });
}
