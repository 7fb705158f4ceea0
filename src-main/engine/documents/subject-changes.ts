import { statSync } from 'node:fs'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { ReviewSubject, SubjectChange } from '../../domain/document-check'
import { gitDates } from './git-dates'

/**
 * The files that stand for what the guide wants documents reviewed after: the store's schema, the orchestration patterns
 * (the workers and the mission templates), and what telemetry is to look like and to reach.
 */
const SUBJECTS: Readonly<Record<ReviewSubject, readonly string[]>> = {
  schema: ['db/*.sql', 'db/migrations/**'],
  orchestration: ['workers/**/*.{yaml,yml,json}', 'templates/**/*.{yaml,yml,json}'],
  telemetry: ['telemetry/schemas/**/*.json', 'telemetry/events/**/*schema*.json', 'tests/performance/benchmarks.json'],
}
const MOST_FILES = 500

/** When the schema, orchestration and telemetry of a workspace changed last: by their commits, else by their files. */
export async function subjectChanges(root: string, signal: AbortSignal): Promise<SubjectChange[]> {
  const subjects: ReviewSubject[] = ['schema', 'orchestration', 'telemetry']
  return Promise.all(subjects.map((subject) => changeOf(root, subject, signal)))
}

async function changeOf(root: string, subject: ReviewSubject, signal: AbortSignal): Promise<SubjectChange> {
  const options = { cwd: root, followSymbolicLinks: false, expandDirectories: false, signal }
  const files = (await glob([...SUBJECTS[subject]], options)).sort().slice(0, MOST_FILES)
  const git = await gitDates(root, files, signal)
  const loose = newestOf(
    root,
    files.filter((file) => git?.tracked.has(file) !== true),
  )
  if (git?.last && (loose === null || git.last.at >= loose.at)) {
    return { subject, file: git.last.file, changedAt: git.last.at, from: 'git' }
  }
  return loose === null
    ? { subject, file: null, changedAt: null, from: null }
    : { subject, file: loose.file, changedAt: loose.at, from: 'file' }
}

function newestOf(root: string, files: readonly string[]): { readonly file: string; readonly at: number } | null {
  const dated = files.map((file) => ({ file, at: Math.round(statSync(join(root, file)).mtimeMs) }))
  return dated.reduce<(typeof dated)[number] | null>(
    (last, one) => (last === null || one.at > last.at ? one : last),
    null,
  )
}
