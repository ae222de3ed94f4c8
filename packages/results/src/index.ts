/**
 * @trilogue/results: result folders of sweeps and sensitivity analyses, read, written and verified. For Node. Public names only.
 */
export { ResultError } from './errors.js';
export { type Lock, lockFolder } from './files/lock.js';
export { entriesOf, makePlainFolder, readPlainHead } from './files/plain.js';
export { temporaryName } from './files/temporary.js';
export { prepareFolder, writeNew, writeWhole } from './files/write-whole.js';
export { type GameRecord, gameRecord, manifestName, type NumberVersions, type Versions } from './manifest/file.js';
export { type Sealed, seal } from './sealed/container.js';
export { type Flat, type Indices, type StudyDocument, studyDocument } from './study/document.js';
export { readStudyManifest, type StudyManifest, type StudyTimes, writeStudyManifest } from './study/manifest.js';
export {
  type Batches,
  openProgress,
  type ProgressWriter,
  readProgress,
  removeProgress,
  type StudyProgress,
} from './study/progress.js';
export { designOf, modelOf, possible, type StudyRecipe, studyKey } from './study/recipe.js';
export { outputsName, readOutputs, studyFiles, writeStudyTables } from './study/tables.js';
export { cellCount, eachCell, type Grid, gridOf } from './sweep/cells.js';
export { type Chunk, type ChunkHeader, chunkOf } from './sweep/chunk.js';
export {
  type FinishedManifest,
  isFinished,
  type Manifest,
  manifestOf,
  type QueueReport,
  type Ran,
  ranOf,
  readManifest,
  type Times,
  writeManifest,
} from './sweep/manifest.js';
export { openSweep, readNumbers, type SweepFolder, type SweepNumbers } from './sweep/open.js';
export { isInPart, type Part, partText } from './sweep/part.js';
export { keptTrials, readPlan, writePlan } from './sweep/planning.js';
export {
  type FoundRecords,
  type KnownReader,
  knownReader,
  type LostChunks,
  readRecords,
} from './sweep/read-records.js';
export { definitionOf, type NeededOptions, type Recipe } from './sweep/recipe.js';
export { recordsName, recordsOf, type SweepRecords } from './sweep/records.js';
export { tableNames, writeTables } from './sweep/tables.js';
export { openWriter, type RecordWriter, removeChunks, type WriterOptions } from './sweep/writer.js';
export type { VerifyOptions } from './verify/backend.js';
export type { Sample, Verification } from './verify/finding.js';
export { verify } from './verify/verify.js';
