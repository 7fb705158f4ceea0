import type { DocumentCheck, LinkProblem, ReviewDue, SubjectChange } from '../domain/document-check'

const MOST_LINES = 100

/** What is wrong with links, as lines; links that only lead out of the workspace are told and are no fault. */
export function linkLines({ links }: DocumentCheck): string[] {
  const broken = links.problems.filter(({ kind }) => kind !== 'outside')
  const away = links.problems.filter(({ kind }) => kind === 'outside')
  const count = links.total - links.outside
  return [
    ...(count === 0
      ? [`All links of ${links.documents} documents lead somewhere.`]
      : ['Links that lead nowhere:', ...broken.slice(0, MOST_LINES).map(problemLine), ...more(count, MOST_LINES)]),
    ...(away.length === 0
      ? []
      : [
          'Links that lead out of the workspace:',
          ...away.slice(0, MOST_LINES).map(problemLine),
          ...more(links.outside, MOST_LINES),
        ]),
    ...(links.skipped.length === 0
      ? []
      : ['Documents that were not read:', ...links.skipped.map(({ file, reason }) => `  - ${file}: ${reason}`)]),
  ]
}

/** Whose review is due, and since when. */
export function reviewLines({ reviews }: DocumentCheck): string[] {
  const head = `${reviews.dated} of ${reviews.dated + reviews.undated} documents say when they were last updated.`
  const changes = reviews.changes.map(changeLine)
  if (reviews.due.length === 0) return [`No review is due. ${head}`, ...changes]
  return ['Reviews that are due:', ...reviews.due.map(dueLine), head, ...changes]
}

function problemLine({ file, line, target, message }: LinkProblem): string {
  return `  - ${file}:${line}: ${target}: ${message}`
}

function dueLine({ file, line, lastUpdated, since, fault }: ReviewDue): string {
  const why = fault ?? `since then changed: ${since.join(', ')}`
  return `  - ${file}:${line}: last updated ${lastUpdated}; ${why}`
}

function changeLine({ subject, file, changedAt, from }: SubjectChange): string {
  if (file === null || changedAt === null) return `  ${subject}: no file of it is there`
  const day = new Date(changedAt).toISOString().slice(0, 10)
  return `  ${subject}: changed ${day} (${file}${from === 'git' ? ', its last commit' : ''})`
}

function more(total: number, shown: number): string[] {
  return total > shown ? [`  - and ${total - shown} more; --json lists them`] : []
}
