/*
 * Paths under replicator and multiplicative noise, in logarithms of the shares, where the noise is additive, by Heun's method with Gaussian
 * increments (weak order 2: Kloeden and Platen 1992, 15.1). Each path is computed with steps of dt / 2 and, from the same noise, of dt.
 *
 *   replicator      x_s = exp(u_s) / sum exp(u_j),  du_s = (f_s + sigma^2/2 x_s) dt + sigma / sqrt 2 dB_s  for every strategy
 *   multiplicative  x_s = exp(u_s) for all but the last,  du_s = (f_s - mean f - sigma^2/2) dt + sigma dB_s; two strategies: stopped where
 *                   u = 0; more: where the shares add up to more than 1 they are divided by their sum (reflection along the shares)
 *
 * Between steps a path is a Brownian bridge: stops, reflections and first passages are drawn from its maximum.
 * Arguments: number of paths, seed, horizon, steps, then parameters, sigma, initial shares. Writes for each path the shares, the gaps and
 * the passage times (-1: none), of the fine path and then of the coarse one.
 */
#include "generator.h"
#include GAME

static double par[NPAR + 1], sigma[PLAYERS], start[N], horizon;
typedef struct {
  double u[N][W], x[N][W], gap[NGAP + 1][W], time[NPAT + 1][W], y[N][W];
} Paths;

#define EACH(w) _Pragma("omp simd") for (int w = 0; w < W; w++)

static void shares(double u[N][W], double x[N][W]) {
  for (int p = 0; p < PLAYERS; p++) {
    double sum[W], most[W];
    int a = FIRST[p], k = COUNT[p], last = a + k - 1;
#ifdef MULTIPLICATIVE
    (void)most;
    EACH(w) sum[w] = 0;
    for (int s = a; s < last; s++) EACH(w) { x[s][w] = exp(u[s][w]); sum[w] += x[s][w]; }
    EACH(w) x[last][w] = fmax(0, 1 - sum[w]);
#else
    EACH(w) most[w] = u[a][w];
    for (int s = a + 1; s <= last; s++) EACH(w) most[w] = fmax(most[w], u[s][w]);
    EACH(w) sum[w] = 0;
    for (int s = a; s <= last; s++) EACH(w) { x[s][w] = exp(u[s][w] - most[w]); sum[w] += x[s][w]; }
    for (int s = a; s <= last; s++) EACH(w) x[s][w] /= sum[w];
#endif
  }
}

static void drift(double u[N][W], double x[N][W], double a[N][W]) {
  double f[N][W];
  shares(u, x);
  payoffs(x, f, par);
  for (int p = 0; p < PLAYERS; p++) {
    double half = sigma[p] * sigma[p] / 2;
#ifdef MULTIPLICATIVE
    double mean[W];
    EACH(w) mean[w] = 0;
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) EACH(w) mean[w] += x[s][w] * f[s][w];
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) EACH(w) a[s][w] = f[s][w] - mean[w] - half;
#else
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) EACH(w) a[s][w] = f[s][w] + half * x[s][w];
#endif
  }
}

/* A coordinate of a share in which the noise is locally additive, and its variance rate. */
static double height(const double x[N][W], const double u[N][W], int p, int s, int w, double *variance) {
  int a = FIRST[p], last = a + COUNT[p] - 1;
  double rest = 0, square = 0;
#ifdef MULTIPLICATIVE
  if (s < last) return *variance = sigma[p] * sigma[p], u[s][w];
  for (int j = a; j < last; j++) rest += x[j][w], square += x[j][w] * x[j][w];
  *variance = sigma[p] * sigma[p] * square / (rest * rest + 1e-300);
  return -log(rest + 1e-300);
#else
  (void)u, (void)last;
  for (int j = a; j <= last; j++)
    if (j != s) rest += x[j][w], square += x[j][w] * x[j][w];
  *variance = sigma[p] * sigma[p] / 2 * (1 + square / (rest * rest + 1e-300));
  return log(x[s][w] + 1e-300) - log(rest + 1e-300);
#endif
}

static double threshold(int p, int s) {
#ifdef MULTIPLICATIVE
  return s < FIRST[p] + COUNT[p] - 1 ? log(1 - DELTA) : -log(DELTA);
#else
  (void)p, (void)s;
  return log((1 - DELTA) / DELTA);
#endif
}

/* Marks paths that enter a region within a step of length h that ends at `time`; one uniform a named share decides bridges. */
static void observe(Paths *q, const Paths *before, double h, double time, double bridge[PLAYERS][W]) {
  for (int g = 0; g < NGAP; g++)
    EACH(w) q->gap[g][w] += h / 2 * (fabs(before->x[GAP[g][0]][w] - before->x[GAP[g][1]][w]) +
                                     fabs(q->x[GAP[g][0]][w] - q->x[GAP[g][1]][w]));
  for (int k = 0; k < NPAT; k++)
    for (int w = 0; w < W; w++) {
      if (q->time[k][w] >= 0) continue;
      int inside = 1;
      double late = 0;
      for (int p = 0; p < PLAYERS && inside; p++) {
        if (PAT[k][p] < 0) continue;
        int s = FIRST[p] + PAT[k][p];
        double v0, v1, b = threshold(p, s);
        double y0 = height(before->x, before->u, p, s, w, &v0) - b, y1 = height(q->x, q->u, p, s, w, &v1) - b;
        if (y0 >= 0 && y1 >= 0) continue;
        if (y0 < 0 && y1 < 0 && bridge[p][w] >= exp(-2 * y0 * y1 / ((v0 + v1) / 2 * h))) inside = 0;
        if (y0 < 0) late = fmax(late, y1 >= 0 ? y0 / (y0 - y1) : 0.5);
      }
      if (inside) q->time[k][w] = time - h + late * h;
    }
}

static void step(Paths *q, double noise[N][W], double h, double time, double bridge[2][PLAYERS][W]) {
  static Paths before;
  double a[N][W], b[N][W], v[N][W], x[N][W];
  memcpy(&before, q, sizeof before);
  drift(q->u, q->x, a);
  for (int s = 0; s < N; s++) EACH(w) v[s][w] = q->u[s][w] + a[s][w] * h + noise[s][w];
  drift(v, x, b);
  for (int s = 0; s < N; s++) EACH(w) q->u[s][w] += (a[s][w] + b[s][w]) * h / 2 + noise[s][w];
#ifdef MULTIPLICATIVE
  for (int p = 0; p < PLAYERS; p++) {
    int first = FIRST[p], last = first + COUNT[p] - 1;
    for (int w = 0; w < W; w++) {
      double z0 = 0, z1 = 0, square = 0, variance = sigma[p] * sigma[p] * h;
      if (COUNT[p] == 2) {
        z0 = before.u[first][w], z1 = q->u[first][w];
        if (z0 >= 0 || z1 >= 0 || bridge[0][p][w] < exp(-2 * z0 * z1 / variance)) q->u[first][w] = 0;
        continue;
      }
      for (int s = first; s < last; s++) z0 += exp(before.u[s][w]), z1 += exp(q->u[s][w]);
      for (int s = first; s < last; s++) square += exp(2 * q->u[s][w]) / (z1 * z1);
      z0 = fmin(0, log(z0)), z1 = log(z1);
      if (z0 < -1 && z1 < -1) continue;
      double most = (z0 + z1 + sqrt((z1 - z0) * (z1 - z0) - 2 * variance * square * log(bridge[0][p][w]))) / 2;
      if (most > 0)
        for (int s = first; s < last; s++) q->u[s][w] -= most;
    }
  }
#endif
  shares(q->u, q->x);
  observe(q, &before, h, time, bridge[1]);
}

static void begin(Paths *q) {
  memset(q, 0, sizeof *q);
  for (int s = 0; s < N; s++) EACH(w) q->u[s][w] = start[s] > 0 ? log(start[s]) : -1e9;
  shares(q->u, q->x);
  for (int k = 0; k < NPAT; k++) {
    int inside = 1;
    for (int p = 0; p < PLAYERS; p++) inside &= PAT[k][p] < 0 || start[FIRST[p] + PAT[k][p]] >= 1 - DELTA;
    EACH(w) q->time[k][w] = inside ? 0 : -1;
  }
}

static void draw(double noise[N][W], double h) {
  double spare[W];
  for (int s = 0; s < N; s += 2) normals(noise[s], s + 1 < N ? noise[s + 1] : spare);
  for (int p = 0; p < PLAYERS; p++) {
#ifdef MULTIPLICATIVE
    double size = sigma[p] * sqrt(h);
#else
    double size = sigma[p] * sqrt(h / 2);
#endif
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) EACH(w) noise[s][w] *= size;
  }
}

static void put(const Paths *q, int w) {
  double row[N + NGAP + NPAT + 1];
  int i = 0;
  for (int s = 0; s < N; s++) row[i++] = q->x[s][w];
  for (int g = 0; g < NGAP; g++) row[i++] = q->gap[g][w] / horizon;
  for (int k = 0; k < NPAT; k++) row[i++] = q->time[k][w];
  fwrite(row, sizeof *row, i, stdout);
}

int main(int argc, char **argv) {
  int i = 1;
  long paths = atol(argv[i++]);
  seed(strtoull(argv[i++], NULL, 10));
  horizon = atof(argv[i++]);
  long steps = atol(argv[i++]);
  for (int k = 0; k < NPAR; k++) par[k] = atof(argv[i++]);
  for (int p = 0; p < PLAYERS; p++) sigma[p] = atof(argv[i++]);
  for (int s = 0; s < N; s++) start[s] = atof(argv[i++]);
  (void)argc;
  static Paths fine, coarse;
  static double one[N][W], two[N][W], both[N][W], bridge[2][PLAYERS][W];
  double h = horizon / steps;
  for (long done = 0; done < paths; done += W) {
    begin(&fine), begin(&coarse);
    for (long n = 0; n < steps; n++) {
      draw(one, h / 2), draw(two, h / 2);
      for (int s = 0; s < N; s++) EACH(w) both[s][w] = one[s][w] + two[s][w];
#if defined MULTIPLICATIVE || NPAT
      for (int p = 0; p < PLAYERS; p++) uniforms(bridge[0][p]), uniforms(bridge[1][p]);
#endif
      step(&coarse, both, h, (n + 1) * h, bridge);
      step(&fine, one, h / 2, (n + 0.5) * h, bridge);
#if defined MULTIPLICATIVE || NPAT
      for (int p = 0; p < PLAYERS; p++) uniforms(bridge[0][p]), uniforms(bridge[1][p]);
#endif
      step(&fine, two, h / 2, (n + 1) * h, bridge);
    }
    for (int w = 0; w < W && done + w < paths; w++) put(&fine, w), put(&coarse, w);
  }
  return 0;
}
