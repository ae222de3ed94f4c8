"""JAX as its users write it: all paths as arrays, steps in a loop that is compiled, its own random numbers."""
import functools

import jax
import jax.numpy as jnp

from game import DT, FULL, NOISE, STEPS, measure

# paths of all cells in one launch: a gigabyte of states would gain nothing
LAUNCH = 1 << 22
STEPS_PER_WORD = 8


def stepped(k, state, noise):
    x, y, z = state
    a = DT * (k[0] + k[1] * y + k[2] * z + k[3] * y * z) + noise[0]
    b = DT * (k[4] + k[5] * x + k[6] * z + k[7] * x * z) + noise[1]
    m = DT * (k[8] + k[9] * x + k[10] * y + k[11] * x * y) + noise[2]
    move = lambda share, advantage: jnp.clip(share + share * (1 - share) * advantage, 0, 1)
    return move(x, a), move(y, b), move(z, m)


@functools.partial(jax.jit, static_argnums=(1, 2))
def counts_of(cells, increments, paths, key):
    k = [column[:, None] for column in cells.T]
    shape = (cells.shape[0], paths)
    state = (jnp.full(shape, 0.5, jnp.float32),) * 3

    def gaussian(step, state):
        return stepped(k, state, NOISE * jax.random.normal(jax.random.fold_in(key, step), (3,) + shape))

    def two_point(batch, state):
        bits = jax.random.bits(jax.random.fold_in(key, batch), shape)
        for i in range(STEPS_PER_WORD):
            signs = [(bits >> (3 * i + channel)) & 1 for channel in range(3)]
            state = stepped(k, state, [jnp.where(sign == 1, -NOISE, NOISE) for sign in signs])
        return state

    if increments == "gaussian":
        x, y, z = jax.lax.fori_loop(0, STEPS, gaussian, state)
    else:
        x, y, z = jax.lax.fori_loop(0, STEPS // STEPS_PER_WORD, two_point, state)
    return jnp.sum((x >= FULL) & (y >= FULL) & (z >= FULL), axis=1)


def count_full(cells, increments, paths, seed):
    # launches of one length, so that only one is compiled
    launches = -(-paths * len(cells) // LAUNCH)
    while paths % launches:
        launches += 1
    coefficients = jnp.asarray(cells, jnp.float32)
    keys = [jax.random.fold_in(jax.random.PRNGKey(seed), launch) for launch in range(launches)]
    counts = [counts_of(coefficients, increments, paths // launches, key) for key in keys]
    return sum(counts).tolist()


device = jax.devices()[0]
if device.platform == "cpu":
    raise SystemExit("JAX finds no GPU here")
measure(device.device_kind, f"JAX {jax.__version__}", count_full)
