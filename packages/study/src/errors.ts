/** What a study refuses for a reason that a person can act on; anything else is a bug. */
export class StudyError extends Error {
  override readonly name = 'StudyError';
}
