/**
 * The value of an answer in figures: as many as its interval knows, and no fewer than tell it from where the lever stands.
 */

/** @param low and `high` the interval @param from where the lever stands, where the text must differ from that */
export function answerText(value: number, { low, high, from }: { low: number; high: number; from?: number }): string {
  const half = (high - low) / 2;
  const known = half > 0 ? Math.min(15, Math.max(0, 1 - Math.floor(Math.log10(half)))) : 15;
  for (let decimals = known; ; decimals++) {
    // nine digits are more than a result has
    const text = String(Number(Number(value.toFixed(decimals)).toPrecision(9)));
    if (decimals >= 15 || from === undefined || Number(text) !== from) return text;
  }
}
