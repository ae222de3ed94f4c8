"""What the two Python programs share: the numbers of the game, the arguments, and the result as JSON.

Usage of both: PROGRAM INCREMENTS PATHS SEED, where INCREMENTS is gaussian or two-point.
"""
import json
import sys
import time

STEPS = 200
DT = 0.1
# sigma * sqrt(dt)
NOISE = 0.5 * DT**0.5
FULL = 0.95


def measure(count_full):
    """Prints what count_full(increments, paths, seed) takes; the first, small call compiles and warms up."""
    increments, paths, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    count_full(increments, 1024, 0)
    started = time.process_time()
    full = count_full(increments, paths, seed)
    seconds = time.process_time() - started
    print(json.dumps({"steps": paths * STEPS, "seconds": seconds, "probability": full / paths}))
