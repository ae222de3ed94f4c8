"""The shares of sellers at time 10 over two costs: SciPy's solve_ivp, one call a cell, of shares or (`exact`) of their logits, closely."""
import json
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp
from scipy.special import expit

count, method, rtol, atol = int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
exact = len(sys.argv) > 5


def advantages(x, y, z, w, c1, c2):
    return [
        90 - c1 - 60 * y - 60 * y * z,
        110 * x - 20 - c2,
        50 * w - 10 + (x - 1) * y * (110 + 50 * w),
        (y - 1 - x * y) * (10 + 90 * z),
    ]


def velocity(_, s, c1, c2):
    return [x * (1 - x) * d for x, d in zip(s, advantages(*s, c1, c2))]


def logits(_, s, c1, c2):
    return advantages(*expit(s), c1, c2)


def end(c1, c2):
    of, start = (logits, [0] * 4) if exact else (velocity, [0.5] * 4)
    found = solve_ivp(of, (0, 10), start, method=method, rtol=rtol, atol=atol, args=(c1, c2)).y[0, -1]
    return expit(found) if exact else found


started = time.perf_counter()
cells = [[end(c1, c2) for c1 in np.linspace(5, 40, count)] for c2 in np.linspace(20, 120, count)]
print(json.dumps({"seconds": time.perf_counter() - started, "values": cells}))
