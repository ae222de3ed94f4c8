/**
 * A diffusion of one share as a birth and death chain on a fine grid. Owns the rates, from the scale function and the speed measure of each kind of
 * noise (Karlin and Taylor 1981, section 15.3), and where the grid ends.
 */
const { exp, log, log1p, expm1, sqrt, abs, asin, sin, cos, max, min } = Math;
const logit = (x) => log(x) - log1p(-x);
const logistic = (y) => (y >= 0 ? 1 / (1 + exp(-y)) : exp(y) / (1 + exp(y)));
/** t / (e^t - 1). */
const bernoulli = (t) => (abs(t) < 1e-8 ? 1 - t / 2 : t / expm1(t));

/** The coordinate in which nodes are evenly spaced, by kind of noise; the noise is additive in it. */
export const coordinates = { replicator: logit, multiplicative: log, demographic: (x) => asin(sqrt(x)) };
const sharesAt = {
  replicator: (z) => [logistic(z), logistic(-z)],
  multiplicative: (z) => [exp(z), -expm1(z)],
  demographic: (z) => [sin(z) ** 2, cos(z) ** 2],
};

/** How far out a grid in logarithms goes where the drift leads outwards: what is beyond does not come back. */
const FAR = 90;

function endsOf({ noise, advantage, sigma, start, horizon, rate }) {
  if (noise === 'demographic') return [0, Math.PI / 2];
  const place = coordinates[noise](start);
  const span = (rate + (sigma * sigma) / 2) * horizon + 9 * sigma * sqrt(horizon) + 1;
  const half = (sigma * sigma) / 2;
  const outward =
    noise === 'replicator' ? [half - advantage(0), half + advantage(1)] : [half - advantage(0), Number.NaN];
  // the chance to come back over half of the way is exp(-outward FAR / sigma^2)
  const isFar = outward.map((drift) => drift * FAR > 40 * sigma * sigma);
  const low = isFar[0] ? max(place - span, min(-FAR, place - FAR)) : place - span;
  if (noise === 'multiplicative') return [low, 0];
  return [low, isFar[1] ? min(place + span, max(FAR, place + FAR)) : place + span];
}

/**
 * Nodes with their shares and rates.
 *
 * @param setting `{ noise, advantage, sigma, start, horizon, rate }`, `advantage` a function of the share and `rate` its bound
 * @param bound `{ share, above }` where paths are stopped for a first passage; null for none
 * @returns `{ nodes, share, rest, up, down, place }`: `rest` is 1 - share, `place` the start in nodes; where paths stop both rates are 0
 */
export function gridOf(setting, cells, bound) {
  const { noise, advantage, sigma, start } = setting;
  let [low, high] = endsOf(setting);
  if (bound?.above) high = coordinates[noise](bound.share);
  else if (bound) low = coordinates[noise](bound.share);
  const h = (high - low) / cells;
  const nodes = Float64Array.from({ length: cells + 1 }, (_, i) => low + h * i);
  const [share, rest] = [0, 1].map((side) => nodes.map((z) => sharesAt[noise](z)[side]));
  const up = new Float64Array(cells + 1);
  const down = new Float64Array(cells + 1);
  const diffusion = (sigma * sigma) / 2;
  const drift = {
    replicator: (z) => advantage(logistic(z)) + sigma * sigma * (logistic(z) - 0.5),
    multiplicative: (z) => -expm1(z) * advantage(exp(z)) - diffusion,
  }[noise];
  for (let i = 0; i <= cells; i++) {
    const ends = i === 0 || i === cells;
    const stops = noise === 'demographic' ? ends : i === cells && noise === 'multiplicative';
    const passed = bound !== null && i === (bound.above ? cells : 0);
    if (stops || passed) continue;
    if (drift) {
      const scale = diffusion / (h * h);
      if (i < cells) up[i] = scale * bernoulli((-drift(nodes[i] + h / 2) * h) / diffusion);
      if (i > 0) down[i] = scale * bernoulli((drift(nodes[i] - h / 2) * h) / diffusion);
    } else {
      // s' = exp(-integral of the advantage / diffusion); speed 1 / (diffusion x (1 - x) s'), both relative to s' at the node
      const speed = (logit(sin(nodes[i] + h / 2) ** 2) - logit(sin(nodes[i] - h / 2) ** 2)) / diffusion;
      const between = (j) => advantage((share[j] + share[j + 1]) / 2) / diffusion;
      const [ahead, back] = [share[i + 1] - share[i], share[i] - share[i - 1]];
      up[i] = bernoulli(-between(i) * ahead) / (ahead * speed);
      down[i] = bernoulli(between(i - 1) * back) / (back * speed);
    }
  }
  return { nodes, share, rest, up, down, place: min(max((coordinates[noise](start) - low) / h, 0), cells) };
}
