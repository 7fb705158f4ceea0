import type { ReviewCheck, ReviewDue, SubjectChange } from '../../domain/document-check'
import { statedDay } from '../../domain/stated-day'
import type { Document } from './check-links'
import type { StatedUpdate } from './read-document'

/** Which documents say that they were last updated before something changed that they may be about. */
export function checkReviews(documents: readonly Document[], changes: readonly SubjectChange[]): ReviewCheck {
  const dated = documents.flatMap(({ file, updated }) => (updated === null ? [] : [{ file, updated }]))
  return {
    dated: dated.length,
    undated: documents.length - dated.length,
    changes: [...changes],
    due: dated.flatMap((one) => dueOf(one, changes)),
  }
}

function dueOf(
  { file, updated }: { readonly file: string; readonly updated: StatedUpdate },
  changes: readonly SubjectChange[],
): ReviewDue[] {
  const said = { file, line: updated.line, lastUpdated: updated.text }
  const day = statedDay(updated.text)
  if (day === null) return [{ ...said, since: [], fault: 'Its date cannot be read; write it as 2025-11-08.' }]
  const later = changes.filter(
    ({ changedAt, file: cause }) => cause !== file && changedAt !== null && changedAt >= day.end,
  )
  return later.length === 0 ? [] : [{ ...said, since: later.map(({ subject }) => subject), fault: null }]
}
