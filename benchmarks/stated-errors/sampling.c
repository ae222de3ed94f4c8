/*
 * Paths under demographic noise: half a step of the drift, a step of the noise, half a step of the drift (Strang 1968).
 * The noise is sampled: every strategy's share is a Feller diffusion over the step (Feller 1951: a Poisson number of founders, each with an
 * exponential number of descendants; where that number is large, the square of a normal number), and the shares are divided by
 * their sum. That has the mean and the variance of Wright-Fisher sampling, treats all strategies alike, and a lost strategy stays lost.
 * Arguments and output as of logarithmic.c, with one row a path.
 */
#include "generator.h"
#include GAME

static double par[NPAR + 1], sigma[PLAYERS], start[N], horizon;
static double pool[2][4096];
static int left[2];

static double normal(void) {
  if (left[0] == 0) {
    for (int i = 0; i < 4096; i += 2 * W) normals(pool[0] + i, pool[0] + i + W);
    left[0] = 4096;
  }
  return pool[0][--left[0]];
}

static double uniform(void) {
  if (left[1] == 0) {
    for (int i = 0; i < 4096; i += W) uniforms(pool[1] + i);
    left[1] = 4096;
  }
  return pool[1][--left[1]];
}

/* Sum of a Poisson number, of mean m, of standard exponentials. */
static double descendants(double m) {
  double q = uniform(), p = exp(-m);
  int n = 0;
  while (q > p && n < 400) q -= p, p *= m / ++n;
  if (n == 0) return 0;
  double sum = 0, product = 1;
  for (int i = 0; i < n; i++) {
    product *= uniform();
    if (product < 1e-200) sum -= log(product), product = 1;
  }
  return sum - log(product);
}

static void drift(double *x, double h) {
  double f[N][1], y[N][1];
  for (int round = 0; round < 2; round++) {
    double length = round == 0 ? h / 2 : h;
    if (round == 0) for (int s = 0; s < N; s++) y[s][0] = x[s];
    payoffs(y, f, par);
    for (int p = 0; p < PLAYERS; p++) {
      double sum = 0, base = f[FIRST[p]][0];
      for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) {
        double e = (f[s][0] - base) * length;
        y[s][0] = x[s] * exp(e), sum += y[s][0];
      }
      for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) y[s][0] /= sum;
    }
  }
  for (int s = 0; s < N; s++) x[s] = y[s][0];
}

static void noise(double *x, const double *spread) {
  for (int p = 0; p < PLAYERS; p++) {
    double v = spread[p], sum = 0;
    if (v == 0) continue;
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) {
      if (x[s] == 0) continue;
      if (2 * x[s] / v > 60) {
        double root = sqrt(x[s] - v / 4) + sqrt(v) / 2 * normal();
        x[s] = root * root;
      } else x[s] = descendants(2 * x[s] / v) * v / 2;
      sum += x[s];
    }
    if (sum > 0) for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++) x[s] /= sum;
  }
}

static int isOver(const double *x) {
  for (int p = 0; p < PLAYERS; p++)
    for (int s = FIRST[p]; s < FIRST[p] + COUNT[p]; s++)
      if (x[s] > 0 && x[s] < 1) return 0;
  return 1;
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
  double h = horizon / steps, spread[PLAYERS], row[N + NGAP + NPAT + 1], bound = 2 * asin(sqrt(1 - DELTA));
  for (int p = 0; p < PLAYERS; p++) spread[p] = 1 - exp(-sigma[p] * sigma[p] * h);
  for (long done = 0; done < paths; done++) {
    double x[N], before[N], *gap = row + N, *time = row + N + NGAP;
    memcpy(x, start, sizeof x);
    for (int g = 0; g < NGAP; g++) gap[g] = 0;
    for (int k = 0; k < NPAT; k++) {
      time[k] = 0;
      for (int p = 0; p < PLAYERS; p++)
        if (PAT[k][p] >= 0 && start[FIRST[p] + PAT[k][p]] < 1 - DELTA) time[k] = -1;
    }
    for (long n = 0; n < steps; n++) {
      if (isOver(x)) {
        for (int g = 0; g < NGAP; g++) gap[g] += fabs(x[GAP[g][0]] - x[GAP[g][1]]) * (steps - n) * h;
        break;
      }
      memcpy(before, x, sizeof x);
      drift(x, h / 2), noise(x, spread), drift(x, h / 2);
      for (int g = 0; g < NGAP; g++)
        gap[g] += h / 2 * (fabs(before[GAP[g][0]] - before[GAP[g][1]]) + fabs(x[GAP[g][0]] - x[GAP[g][1]]));
      for (int k = 0; k < NPAT; k++) {
        if (time[k] >= 0) continue;
        int inside = 1;
        double late = 0;
        for (int p = 0; p < PLAYERS && inside; p++) {
          if (PAT[k][p] < 0) continue;
          int s = FIRST[p] + PAT[k][p];
          double y0 = 2 * asin(sqrt(before[s])) - bound, y1 = 2 * asin(sqrt(x[s])) - bound;
          if (y0 >= 0) continue;
          if (y1 < 0 && (sigma[p] == 0 || uniform() >= exp(-2 * y0 * y1 / (sigma[p] * sigma[p] * h)))) inside = 0;
          late = fmax(late, y1 >= 0 ? y0 / (y0 - y1) : 0.5);
        }
        if (inside) time[k] = (n + late) * h;
      }
    }
    for (int s = 0; s < N; s++) row[s] = x[s];
    for (int g = 0; g < NGAP; g++) gap[g] /= horizon;
    fwrite(row, sizeof *row, N + NGAP + NPAT, stdout);
  }
  return 0;
}
