import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { ResetPreview } from '../../domain/starter'
import { clearableRows, requireClearable } from '../../store/clear-store'
import { backupFolder } from '../backups/backup-folder'
import { requireOwnStore } from '../views/own-store'
import { openWorkspace, type WorkspacePlace } from '../workspace'
import { bytewise } from './list-files'
import type { StarterPlace } from './plan-package'
import { starterFiles } from './starter-files'

interface Gathered {
  readonly patterns: readonly string[]
  readonly reason: string
}

/** Files that a workspace gathers. Schemas and guides among them stay. */
const GATHERED: readonly Gathered[] = [
  { patterns: ['{SESSIONS,sessions,session}.jsonl'], reason: 'The log of sessions' },
  { patterns: ['telemetry/{events,archive}/**', '!**/README.md', '!**/*schema*'], reason: 'Telemetry of missions' },
  { patterns: ['runtime/**', '!**/README.md'], reason: 'Checkpoints of missions' },
  { patterns: ['research/**', '!**/README.md'], reason: 'Reports on missions' },
]

const VIEWS = ['PROJECT_CONTEXT.json', 'context/MASTER_CONTEXT.json', 'missions/backlog.yaml']

/** What a reset would remove and rewrite, and where it would be kept. Writes nothing; refused for what cannot be reset. */
export async function previewReset(place: StarterPlace, now: Date): Promise<ResetPreview> {
  const { workspace, rows } = lookAtStore(place)
  const missing = Object.keys(starterFiles({ project: workspace, now })).filter(
    (path) => sizeOf(place.root, path) === null,
  )
  return {
    workspace,
    rows: Object.entries(rows).map(([table, count]) => ({ table, rows: count })),
    removed: await gatheredFiles(place.root),
    rewritten: [
      ...VIEWS.map((path) => ({
        path,
        bytes: sizeOf(place.root, path),
        reason: 'A view of the store, which is emptied',
      })),
      ...missing
        .sort(bytewise)
        .map((path) => ({ path, bytes: null, reason: 'A part of the starter that is missing here' })),
    ],
    keptIn: backupFolder(place),
  }
}

function lookAtStore(place: WorkspacePlace) {
  // Else one workspace's files would go with another one's rows.
  requireOwnStore(place)
  const opened = openWorkspace(place, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    const { capabilities } = opened.store
    requireClearable(capabilities, place.database)
    return { workspace: opened.name, rows: opened.store.read((reader) => clearableRows(reader, capabilities)) }
  } finally {
    opened.close()
  }
}

/** Files of what happened here, by path. Links are left alone: what they lead to is not this workspace's. */
async function gatheredFiles(root: string): Promise<ResetPreview['removed']> {
  const found = new Map<string, { path: string; bytes: number; reason: string }>()
  for (const { patterns, reason } of GATHERED) {
    const options = { cwd: root, dot: true, followSymbolicLinks: false, expandDirectories: false }
    for (const path of await glob([...patterns], options)) {
      const stats = lstatSync(join(root, path))
      if (stats.isFile()) found.set(path, { path, bytes: stats.size, reason })
    }
  }
  return [...found.values()].sort((a, b) => bytewise(a.path, b.path))
}

function sizeOf(root: string, path: string): number | null {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? null
}
