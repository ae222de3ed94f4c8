/*
 * The same algorithm as the printed kernels, as one would write it in CUDA: Philox4x32-10 (Salmon, Moraes, Dror and Shaw
 * 2011), one thread a path, and the paths that reach full sharing counted on the device.
 *
 * Launched with paths in x and cells in y; GAUSSIAN is 1 or 0, STEPS, DT, NOISE and FULL are numbers.
 */
struct Stream {
  unsigned int key, path;
};

__device__ __forceinline__ uint4 philox(Stream s, unsigned int block) {
  uint4 c = make_uint4(block, s.path, 0u, 0u);
  unsigned int k0 = s.key, k1 = 0u;
#pragma unroll
  for (int round = 0; round < 10; round++) {
    unsigned int h0 = __umulhi(0xD2511F53u, c.x), l0 = 0xD2511F53u * c.x;
    unsigned int h1 = __umulhi(0xCD9E8D57u, c.z), l1 = 0xCD9E8D57u * c.z;
    c = make_uint4(h1 ^ c.y ^ k0, l1, h0 ^ c.w ^ k1, l0);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  return c;
}

struct State {
  float x, y, z;
};

__device__ __forceinline__ State stepped(const float *k, State s, float a, float b, float m) {
  float x = s.x, y = s.y, z = s.z;
  a += k[0] + k[1] * y + k[2] * z + k[3] * y * z;
  b += k[4] + k[5] * x + k[6] * z + k[7] * x * z;
  m += k[8] + k[9] * x + k[10] * y + k[11] * x * y;
  s.x = x + x * (1.0f - x) * a;
  s.y = y + y * (1.0f - y) * b;
  s.z = z + z * (1.0f - z) * m;
#if GAUSSIAN
  s.x = fminf(fmaxf(s.x, 0.0f), 1.0f);
  s.y = fminf(fmaxf(s.y, 0.0f), 1.0f);
  s.z = fminf(fmaxf(s.z, 0.0f), 1.0f);
#endif
  return s;
}

__device__ __forceinline__ float unit(unsigned int word) { return ((word >> 8) + 0.5f) * 5.9604644775390625e-8f; }

__device__ __forceinline__ float with_sign(unsigned int bits) { return bits & 0x80000000u ? -NOISE : NOISE; }

__device__ __forceinline__ State simulate(const float *k, Stream stream) {
  State s = {0.5f, 0.5f, 0.5f};
#if GAUSSIAN
  for (int step = 0; step < STEPS; step++) {
    uint4 w = philox(stream, step);
    float sine, cosine;
    float length = NOISE * sqrtf(-2.0f * logf(unit(w.x)));
    sincosf(6.283185307179586f * unit(w.y), &sine, &cosine);
    float third = NOISE * sqrtf(-2.0f * logf(unit(w.z))) * cosf(6.283185307179586f * unit(w.w));
    s = stepped(k, s, length * cosine, length * sine, third);
  }
#else
  for (int first = 0; first < STEPS; first += 32) {
    uint4 w = philox(stream, first / 32);
    unsigned int words[4] = {w.x, w.y, w.z, w.w};
#pragma unroll
    for (int i = 0; i < 4; i++) {
      if (first + 8 * i >= STEPS) break;
      unsigned int bits = words[i];
#pragma unroll
      for (int step = 0; step < 8; step++) {
        s = stepped(k, s, with_sign(bits), with_sign(bits << 1), with_sign(bits << 2));
        bits <<= 3;
      }
    }
  }
#endif
  return s;
}

extern "C" __global__ void count_full(const float *coefficients, unsigned long long *counts, unsigned int paths,
                                      unsigned int seed) {
  __shared__ unsigned int full;
  if (threadIdx.x == 0) full = 0;
  __syncthreads();
  float k[12];
  for (int i = 0; i < 12; i++) k[i] = DT * coefficients[12 * blockIdx.y + i];
  unsigned int mine = 0;
  for (unsigned int path = blockIdx.x * blockDim.x + threadIdx.x; path < paths; path += gridDim.x * blockDim.x) {
    State s = simulate(k, {seed, path});
    mine += s.x >= FULL && s.y >= FULL && s.z >= FULL;
  }
  atomicAdd(&full, mine);
  __syncthreads();
  if (threadIdx.x == 0) atomicAdd(counts + blockIdx.y, (unsigned long long)full);
}
