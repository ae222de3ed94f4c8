"""Reference points of another implementation, SciPy's, for test/sobol-points.test.ts: python3 reference.py"""

import hashlib

import scipy
from scipy.stats import qmc

points = qmc.Sobol(512, scramble=False, bits=32).random(4096)
words = (points * 2**32).astype("<u4")
print("SciPy", scipy.__version__)
print("SHA-256 of 4096 points of 512 words", hashlib.sha256(words.tobytes()).hexdigest())
for index in (1, 7, 100, 1023, 4095):
    print(index, *(f"{word:08x}" for word in words[index, [0, 1, 2, 9, 49, 249, 511]]))
