/**
 * WebGPU in Node without a graphics card: where Chromium's software Vulkan driver lies, and how the Vulkan loader is told.
 * Owns the environment variables. Loads nothing and changes no environment itself.
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders in which distributions put the files of Chromium; the driver's description lies beside the browser. */
const chromiumFolders = ['/usr/lib/chromium', '/usr/lib64/chromium-browser', '/opt/google/chrome'];

const description = 'vk_swiftshader_icd.json';

/**
 * Environment variables that make the `webgpu` package in Node run on SwiftShader, Chromium's software Vulkan driver.
 *
 * They must be in the environment of the process, and not only of a worker thread, before `webgpu` asks for its first
 * adapter: give them as `env` to a child process. The tests of this repository get them from `vitest.config.ts`, on every
 * machine that has the driver, so that a developer's graphics card does not change what is tested.
 *
 * @param folders where to look, first match wins; default: the folders of Linux distributions.
 * @returns the variables, or an empty object where no driver is found: WebGPU then uses what the machine has.
 */
export function softwareVulkan(folders: readonly string[] = chromiumFolders): Record<string, string> {
  const driver = folders.map((folder) => join(folder, description)).find((file) => existsSync(file));
  if (driver === undefined) return {};
  return {
    VK_DRIVER_FILES: driver,
    // The name that loaders older than 1.3.207 read.
    VK_ICD_FILENAMES: driver,
    // Without it the driver's window-system part complains on standard error, though no window is ever opened.
    XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? tmpdir(),
  };
}
