"""CUDA through CuPy: paths.cu compiled at run time, launched once for all paths of all cells."""
import pathlib

import cupy as cp

from game import DT, FULL, NOISE, STEPS, measure

THREADS = 256
# blocks in x at most: each thread then takes several paths
BLOCKS = 4096
# steps of a batch of random words must not be cut: 200 is 6 batches of 32 and one of 8
assert STEPS % 8 == 0

source = (pathlib.Path(__file__).parent / "paths.cu").read_text()
numbers = f"#define STEPS {STEPS}\n#define DT {DT}f\n#define NOISE {NOISE:.9f}f\n#define FULL {FULL}f\n"
kernels = {
    name: cp.RawKernel(f"#define GAUSSIAN {flag}\n{numbers}{source}", "count_full", options=("--use_fast_math",))
    for name, flag in (("gaussian", 1), ("two-point", 0))
}


def count_full(cells, increments, paths, seed):
    coefficients = cp.asarray(cells, dtype=cp.float32)
    counts = cp.zeros(len(cells), dtype=cp.uint64)
    blocks = min(BLOCKS, (paths + THREADS - 1) // THREADS)
    arguments = (coefficients, counts, cp.uint32(paths), cp.uint32(seed))
    kernels[increments]((blocks, len(cells)), (THREADS,), arguments)
    return counts.get()


name = cp.cuda.runtime.getDeviceProperties(cp.cuda.Device().id)["name"].decode()
measure(name, f"CuPy {cp.__version__}, CUDA {cp.cuda.runtime.runtimeGetVersion()}", count_full)
