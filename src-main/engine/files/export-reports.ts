import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { DomainError } from '../../domain/fault'
import type { ExportReceipt } from '../../domain/seeding'
import { readCompletedIds } from '../../store/read-completed'
import { type JobScope, stopIfCancelled } from '../job'
import { openWorkspace } from '../workspace'
import { exportResearch } from './research-file'
import { safeFileName, workspacePath } from './workspace-path'

export interface ReportsOrder {
  readonly root: string
  readonly database: string
  readonly userData: string
  /** Where the reports go; undefined for research/ in the workspace. */
  readonly folder?: string
  readonly overwrite: boolean
}

const BUSY_TIMEOUT = 5_000

/**
 * Writes the research report of every completed mission. None is written while one of them is there already, unless they
 * may be replaced; a mission whose id is no safe file name is left out and counted.
 */
export async function exportReports(order: ReportsOrder, job: JobScope): Promise<ExportReceipt> {
  const opened = openWorkspace(order, { mode: 'read-only', busyTimeout: BUSY_TIMEOUT })
  try {
    const { store } = opened
    const { targets, unnamed } = targetsOf(store.read(readCompletedIds), order)
    if (!order.overwrite) requireFree(targets.map(({ path }) => path))
    const files: ExportReceipt['files'] = []
    for (const { id, path } of targets) {
      stopIfCancelled(job, `The export was stopped; ${files.length} of ${targets.length} reports were written.`)
      job.report({ label: `Writing the report of ${id}`, done: files.length, total: targets.length })
      const replaced = isThere(path)
      const place = { root: order.root, store, userData: order.userData }
      const wanted = { id, output: path, overwrite: order.overwrite, allowIncomplete: false }
      const { redacted } = await exportResearch(place, wanted)
      const bytes = statSync(path).size
      files.push({ path, bytes, replaced, redacted: redacted === 0 ? {} : { secret: redacted } })
    }
    const reason = 'The id of the mission is no safe file name; export it with cmos research export --output.'
    return { files, leftOut: unnamed === 0 ? [] : [{ table: 'missions', rows: unnamed, reason }] }
  } finally {
    opened.close()
  }
}

function targetsOf(ids: readonly string[], { root, folder }: ReportsOrder) {
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const named = ids.flatMap((id) => {
    const name = fileNameOf(id)
    if (name === null) return []
    return [{ id, path: folder === undefined ? workspacePath(root, 'research', name) : workspacePath(folder, name) }]
  })
  return { targets: named, unnamed: ids.length - named.length }
}

function fileNameOf(id: string): string | null {
  try {
    return safeFileName(id, '.md')
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

function requireFree(paths: readonly string[]): void {
  const taken = paths.filter(isThere)
  if (taken.length === 0) return
  const which = taken.length === 1 ? 'a report' : `${taken.length} reports`
  throw new DomainError('exists', `There is ${which} already: ${taken.join(', ')}. Nothing was written.`, {
    paths: JSON.stringify(taken),
  })
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
