"""What the GPU programs in Python share: the numbers of the game, how a rate is measured, and the result as JSON.

Usage of both: PROGRAM rate INCREMENTS SECONDS, or PROGRAM heatmap PATHS. INCREMENTS is gaussian or two-point. A heatmap
has 51 x 51 cells of trust tau and penalty p, increments of two points, and so many paths in each cell.
"""
import json
import sys
import time

STEPS = 200
DT = 0.1
# sigma * sqrt(dt)
NOISE = 0.5 * DT**0.5
FULL = 0.95
SIDE = 51


def coefficients(tau, p):
    """Payoff advantages: constant, first other, second other, product; for A, B and M one after the other."""
    return [
        -1.8 - (1 - tau) * 4.2, 3.9 + 2 * tau, 1.32 + p, tau,
        -1.2 - (1 - tau) * 3.0, 2.7 + 2 * tau, 1.08 + p, tau,
        -0.5, 0.3, 0.3, 1.0,
    ]


def heatmap_cells():
    """Coefficients of all cells, tau fastest: tau from 0 to 1, p from 0 to 2."""
    span = range(SIDE)
    return [coefficients(i / (SIDE - 1), 2 * j / (SIDE - 1)) for j in span for i in span]


def measure(device, version, count_full):
    """Prints what count_full(cells, increments, paths, seed) takes, which gives a count for each cell."""
    what = sys.argv[1]
    if what == "rate":
        rows = rate(count_full, sys.argv[2], float(sys.argv[3]))
    elif what == "heatmap":
        rows = heatmap(count_full, int(sys.argv[2]))
    else:
        raise SystemExit(f"known are rate and heatmap; found {what}")
    print(json.dumps({"device": device, "version": version, **rows}))


def rate(count_full, increments, target):
    """Paths are doubled until a run takes the target time; the best of three such runs."""
    cells = [coefficients(0.5, 0.8)]
    paths = 1 << 16
    while True:
        # programs that compile for a number of paths do so here
        count_full(cells, increments, paths, 0)
        seconds = timed(count_full, cells, increments, paths, 1)[0]
        if seconds >= target or paths >= 1 << 30:
            break
        paths *= 2
    runs = [timed(count_full, cells, increments, paths, seed) for seed in (2, 3, 4)]
    full = sum(counts[0] for _, counts in runs)
    return {
        "steps": paths * STEPS,
        "seconds": min(seconds for seconds, _ in runs),
        "paths": 3 * paths,
        "probability": full / (3 * paths),
    }


def heatmap(count_full, paths):
    cells = heatmap_cells()
    count_full(cells, "two-point", paths, 0)
    runs = [timed(count_full, cells, "two-point", paths, seed) for seed in (1, 2, 3)]
    mean = sum(runs[0][1]) / (paths * len(cells))
    return {"seconds": min(seconds for seconds, _ in runs), "mean": mean}


def timed(count_full, *arguments):
    """Seconds of the wall, and the counts; count_full waits for the device."""
    started = time.perf_counter()
    counts = [int(count) for count in count_full(*arguments)]
    return time.perf_counter() - started, counts
