/**
 * @trilogue/study: sensitivity analyses and recommendations of games. Public names only.
 */
export { baseOf } from './base.js';
export { StudyError } from './errors.js';
export { type FindingsOptions, findingsOf } from './findings.js';
export { gameGroups, ownMetric } from './game.js';
export { type DesignOptions, type Findings, type Method, type MethodName, methodNames, methods } from './methods.js';
export type { Model, Told } from './model.js';
export type { Effects } from './recommend/effects.js';
export type { Target } from './recommend/lever.js';
export type { Move, Pair, PairSearch } from './recommend/pair.js';
export {
  type AdviceDraft,
  type AdviceStage,
  type Check,
  type LeverAdvice,
  type Recommendation,
  type RecommendJob,
  recommend,
  recommendInStages,
} from './recommend/recommend.js';
export { batchRows, type RunsJob, type RunsOutcome, runDesign } from './runs.js';
export { indicesTrial, type StudyStep, studyStep, type Trial } from './step.js';
export { answerText, stepWords } from './words.js';
