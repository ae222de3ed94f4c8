/**
 * The instructions that reductions are made of, as C: each is a function with the instruction's name, points as underscores.
 * Semantics: WebAssembly Core Specification 2.0, section 4.3.
 */
const float = (name: string, operator: string) =>
  `static inline v128 f32x4_${name}(v128 a, v128 b) { return (v128)((f32x4)a ${operator} (f32x4)b); }`;
const double = (name: string, operator: string) =>
  `static inline v128 f64x2_${name}(v128 a, v128 b) { return (v128)((f64x2)a ${operator} (f64x2)b); }`;
const whole = (name: string, operator: string) =>
  `static inline v128 i32x4_${name}(v128 a, v128 b) { return (v128)(a ${operator} b); }`;
const word = (name: string, operator: string) =>
  `static inline word i32_${name}(word a, word b) { return a ${operator} b; }`;

export const operations = [
  'typedef intptr_t word;',
  'typedef int32_t v128 __attribute__((vector_size(16)));',
  'typedef float f32x4 __attribute__((vector_size(16)));',
  'typedef double f64x2 __attribute__((vector_size(16)));',
  'typedef int64_t i64x2 __attribute__((vector_size(16)));',
  'typedef v128 v128_there __attribute__((may_alias, aligned(4)));',
  'typedef double double_there __attribute__((may_alias, aligned(4)));',
  'typedef int32_t int_there __attribute__((may_alias));',
  '#if defined(__clang__) || __GNUC__ >= 12',
  '#define SHUFFLE(a, b, ...) __builtin_shufflevector((v128)(a), (v128)(b), __VA_ARGS__)',
  '#else',
  '#define SHUFFLE(a, b, ...) __builtin_shuffle((v128)(a), (v128)(b), (v128){__VA_ARGS__})',
  '#endif',
  ...[word('add', '+'), word('sub', '-'), word('mul', '*'), word('and', '&'), word('shl', '<<'), word('lt_u', '<')],
  'static inline word i32_eqz(word a) { return a == 0; }',
  'static inline word i32_popcnt(word a) { return __builtin_popcount((unsigned)a); }',
  'static inline word i32_load(word address) { return *(int_there *)address; }',
  'static inline double f64_load(word address) { return *(double_there *)address; }',
  'static inline double f64_add(double a, double b) { return a + b; }',
  'static inline double f64_convert_i32_u(word a) { return (double)(uint32_t)a; }',
  'static inline v128 v128_and(v128 a, v128 b) { return a & b; }',
  'static inline v128 v128_andnot(v128 a, v128 b) { return a & ~b; }',
  'static inline v128 v128_or(v128 a, v128 b) { return a | b; }',
  'static inline v128 v128_xor(v128 a, v128 b) { return a ^ b; }',
  'static inline v128 v128_bitselect(v128 a, v128 b, v128 mask) { return (a & mask) | (b & ~mask); }',
  ...[whole('add', '+'), whole('sub', '-'), whole('mul', '*'), whole('eq', '==')],
  'static inline v128 i32x4_min_s(v128 a, v128 b) { return v128_bitselect(a, b, a < b); }',
  '#ifdef __SSE__',
  'static inline word i32x4_bitmask(v128 a) { return __builtin_ia32_movmskps((f32x4)a); }',
  '#else',
  'static inline word i32x4_bitmask(v128 a) { a &= (v128){1, 2, 4, 8}; return a[0] | a[1] | a[2] | a[3]; }',
  '#endif',
  ...[float('eq', '=='), float('ne', '!='), float('lt', '<'), float('gt', '>'), float('le', '<='), float('ge', '>=')],
  ...[double('add', '+'), double('sub', '-'), double('mul', '*'), double('div', '/'), double('ge', '>=')],
  'static inline v128 f64x2_abs(v128 a) { return (v128)((i64x2)a & INT64_MAX); }',
  'static inline v128 f64x2_pmin(v128 a, v128 b) { return v128_bitselect(b, a, (v128)((f64x2)b < (f64x2)a)); }',
  'static inline v128 f64x2_pmax(v128 a, v128 b) { return v128_bitselect(b, a, (v128)((f64x2)a < (f64x2)b)); }',
  'static inline v128 f64x2_floor(v128 a) { return (v128)(f64x2){__builtin_floor(((f64x2)a)[0]), __builtin_floor(((f64x2)a)[1])}; }',
  'static inline v128 f64x2_promote_low_f32x4(v128 a) { return (v128)(f64x2){((f32x4)a)[0], ((f32x4)a)[1]}; }',
  'static inline int32_t truncated(double a) { return a != a ? 0 : a < -2147483648.0 ? INT32_MIN : a > 2147483647.0 ? INT32_MAX : (int32_t)a; }',
  'static inline v128 i32x4_trunc_sat_f64x2_s_zero(v128 a) { return (v128){truncated(((f64x2)a)[0]), truncated(((f64x2)a)[1]), 0, 0}; }',
].join('\n');
