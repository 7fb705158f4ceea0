import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/fault'
import { readReportEvents, readReportMission } from '../../store/read-report'
import type { Store } from '../../store/store'
import { replaceFile, requireNoDatabase } from './atomic-file'
import { researchReport } from './research-report'
import { safeFileName, workspacePath } from './workspace-path'

export interface ResearchExport {
  readonly id: string
  /** An absolute path, or undefined for research/<id>.md in the workspace. */
  readonly output: string | undefined
  readonly overwrite: boolean
  readonly allowIncomplete: boolean
}

/**
 * Writes a mission's research report and returns the path; an existing file is only replaced when asked to. A report is
 * made to be passed on, so it loses its secrets wherever it is written.
 */
export async function exportResearch(
  { root, store, userData }: { readonly root: string; readonly store: Store; readonly userData: string },
  wanted: ResearchExport,
): Promise<{ readonly path: string; readonly redacted: number }> {
  const { mission, events } = store.read((reader) => ({
    mission: readReportMission(reader, wanted.id),
    events: readReportEvents(reader, wanted.id),
  }))
  if (mission === undefined) {
    throw new DomainError('not_found', `Mission ${wanted.id} does not exist.`, { mission: wanted.id })
  }
  if (mission.status !== 'Completed' && !wanted.allowIncomplete) {
    throw new DomainError(
      'transition_refused',
      `Mission ${mission.id} is ${mission.status}. Complete it first or pass --allow-incomplete.`,
      { mission: mission.id, status: mission.status },
    )
  }
  const path = wanted.output ?? resolve(workspacePath(root, 'research', safeFileName(mission.id, '.md')))
  if (!wanted.overwrite && lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    throw new DomainError('exists', `Research report already exists: ${path}. Use --overwrite to replace it.`, { path })
  }
  requireNoDatabase(path, store.path)
  const [{ redactText }, { redactJson }, { redactionKey }] = await Promise.all([
    import('../redaction/redact-text'),
    import('../redaction/redact-json'),
    import('../redaction/redaction-key'),
  ])
  const redaction = { key: redactionKey({ database: store.path, userData }) }
  // In metadata a key such as `password` tells what stands under it; in the finished report only texts are left.
  const metadata = mission.metadata === null ? null : await redactJson(mission.metadata, redaction)
  const report = researchReport({ ...mission, metadata: metadata?.text ?? null }, events)
  const { text, findings } = await redactText(report, redaction)
  replaceFile(path, text)
  return { path, redacted: findings.length + (metadata?.findings.length ?? 0) }
}
