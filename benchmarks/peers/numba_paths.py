"""numba: the loop over paths as one would write it in C, compiled, double precision, one thread."""
import numba
import numpy as np

from game import DT, FULL, NOISE, STEPS, measure


@numba.njit(fastmath=True)
def count(paths, seed):
    np.random.seed(seed)
    full = 0
    for _ in range(paths):
        x = y = z = 0.5
        for _ in range(STEPS):
            a = DT * (-3.9 + 4.9 * y + 2.12 * z + 0.5 * y * z) + NOISE * np.random.standard_normal()
            b = DT * (-2.7 + 3.7 * x + 1.88 * z + 0.5 * x * z) + NOISE * np.random.standard_normal()
            m = DT * (-0.5 + 0.3 * x + 0.3 * y + 1.0 * x * y) + NOISE * np.random.standard_normal()
            x = min(max(x + x * (1 - x) * a, 0.0), 1.0)
            y = min(max(y + y * (1 - y) * b, 0.0), 1.0)
            z = min(max(z + z * (1 - z) * m, 0.0), 1.0)
        full += x >= FULL and y >= FULL and z >= FULL
    return full


def count_full(increments, paths, seed):
    if increments != "gaussian":
        raise SystemExit("this program has gaussian increments only")
    return count(paths, seed)


measure(count_full)
