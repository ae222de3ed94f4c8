/** How many threads compute: one core is left to the page and its drawings, where there are enough of them. */
export function threadCount(): number {
  const cores = navigator.hardwareConcurrency || 1;
  return cores > 2 ? cores - 1 : cores;
}
