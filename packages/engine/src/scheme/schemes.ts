/** All schemes by name. */
import type { Scheme, SchemeName } from './contract.js';
import { euler } from './euler.js';
import { weakEuler } from './weak-euler.js';

export const schemes: Readonly<Record<SchemeName, Scheme>> = { euler, 'weak-euler': weakEuler };
