/**
 * Hands a file to the browser to save, and text to the clipboard.
 */
import { gameOf } from '../state/game-of';
import type { StudioState } from '../state/state';

export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken it up by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The game file as it is typed, also where it is wrong at the moment. */
export function saveGame({ gameText }: StudioState): void {
  download(`${gameOf(gameText).game?.name ?? 'game'}.game.yaml`, gameText, 'application/yaml');
}

/** Whether the clipboard took it: browsers refuse where the page is not in front or not trusted. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
