/**
 * Text that is safe to show. Titles, names and messages may be a stranger's: a terminal obeys control characters in them, and
 * others hide text or turn its direction. They are shown as escapes, such as `\u001b`, which also stand for the same in JSON.
 */

/** Controls but tab and line feed; marks and overrides of direction; line separators; what takes no room. */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

export function visible(text: string): string {
  return text.replace(unsafe, (found) =>
    Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** The same for what must stay on one line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009');
}
