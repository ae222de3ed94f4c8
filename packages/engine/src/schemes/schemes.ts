/** All schemes by name. */
import { absorbingEuler } from './absorbing-euler.js';
import type { Scheme, SchemeName } from './contract.js';
import { dormandPrince } from './dormand-prince.js';
import { euler } from './euler.js';
import { logitEuler } from './logit-euler.js';
import { logitWeak2 } from './logit-weak-2.js';
import { milstein } from './milstein.js';
import { weak2 } from './weak-2.js';
import { weakEuler } from './weak-euler.js';

export const schemes: Readonly<Record<SchemeName, Scheme>> = {
  euler,
  'weak-euler': weakEuler,
  milstein,
  'logit-euler': logitEuler,
  'weak-2': weak2,
  'logit-weak-2': logitWeak2,
  'absorbing-euler': absorbingEuler,
  'dormand-prince': dormandPrince,
};
