/**
 * Whether a Linux machine has a graphics device, and a Vulkan driver at all, without loading one: asking for an adapter where there is
 * none, or one that the processor computes, makes the native library print warnings that a person who did not ask for a GPU should not see.
 * Source: LoaderDriverInterface.md of the Vulkan loader, "Driver Discovery on Linux".
 */

const onLinux = () => typeof process !== 'undefined' && process.platform === 'linux' && Boolean(process.versions?.node);

/**
 * False only in Node on Linux where the kernel shows no graphics device: no `dri/renderD*`, `nvidia*` or `dxg` (of Windows' subsystem).
 * @param devices folder of the devices
 */
export async function mayHaveGraphics(devices = '/dev'): Promise<boolean> {
  if (!onLinux()) return true;
  const { readdir } = await import('node:fs/promises');
  const [all, rendering] = await Promise.all(
    [devices, `${devices}/dri`].map((place) => readdir(place).catch((): string[] => [])),
  );
  return all.some((name) => /^(nvidia\d|dxg$)/.test(name)) || rendering.some((name) => name.startsWith('renderD'));
}

/** False only in Node on Linux where no driver description lies in any place that the Vulkan loader looks. */
export async function mayHaveVulkan(): Promise<boolean> {
  if (!onLinux()) return true;
  const { env } = process;
  if (env.VK_DRIVER_FILES || env.VK_ICD_FILENAMES || env.VK_ADD_DRIVER_FILES) return true;
  const { readdir } = await import('node:fs/promises');
  const places = [
    env.XDG_CONFIG_HOME ?? `${env.HOME}/.config`,
    ...(env.XDG_CONFIG_DIRS ?? '/etc/xdg').split(':'),
    '/etc',
    '/usr/local/etc',
    env.XDG_DATA_HOME ?? `${env.HOME}/.local/share`,
    ...(env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(':'),
  ];
  const listings = await Promise.all(places.map((place) => readdir(`${place}/vulkan/icd.d`).catch(() => [])));
  return listings.flat().some((name) => name.endsWith('.json'));
}
