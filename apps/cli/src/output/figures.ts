/**
 * Numbers as people read them in a terminal. What a program reads is JSON, CSV and Parquet, with all digits.
 */

/** A count with thousands separators: 2,601. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** At most six significant digits and no trailing zeros: 0.1, 12.5, 1e-9. */
export function brief(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Two significant digits, for errors: 0.0084. */
export function rough(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** Four decimals, for probabilities and shares. */
export function part(value: number): string {
  return value.toFixed(4);
}

/**
 * A number and its 95% interval, with a digit of half its width at least: where all is within 0.0004 of 0, three decimals would
 * say that it is 0. Never "-0.000".
 *
 * @param least decimals at least
 */
export function measured(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  least: number,
): { readonly value: string; readonly interval: string } {
  const half = (high - low) / 2;
  const decimals = half > 0 ? Math.min(12, Math.max(least, -Math.floor(Math.log10(half)))) : least;
  const text = (number: number) => {
    const digits = number.toFixed(decimals);
    return Number(digits) === 0 ? digits.replace('-', '') : digits;
  };
  return { value: text(value), interval: `${text(low)} to ${text(high)}` };
}

/** A large number with a word: 5.2 billion, 642 million, 12,000. */
export function large(value: number): string {
  const [divisor, word] =
    value >= 1e12 ? [1e12, ' trillion'] : value >= 1e9 ? [1e9, ' billion'] : value >= 1e6 ? [1e6, ' million'] : [1, ''];
  const scaled = value / divisor;
  const digits = word !== '' && scaled < 10 ? 1 : 0;
  return `${scaled.toLocaleString('en-US', { maximumFractionDigits: digits })}${word}`;
}

/** A time: 0.05 s, 8.1 s, 2 min 5 s, 3 h 2 min. */
export function duration(seconds: number): string {
  if (seconds < 1) return `${seconds.toFixed(2)} s`;
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
