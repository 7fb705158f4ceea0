import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { nowText } from '../domain/timestamp'
import { createStore } from '../store/create-store'
import { findWorkspace, type WorkspacePlace } from './workspace'

const FOLDERS = ['context', 'docs', 'missions', 'research', 'telemetry/events']

/** Creates an empty workspace in a project folder (or in a `cmos/` folder itself); throws `exists` when one is there. */
export function createWorkspace(folder: string, now: Date): WorkspacePlace {
  const chosen = resolve(folder)
  const root = basename(chosen) === 'cmos' ? chosen : join(chosen, 'cmos')
  createStore(join(root, 'db', 'cmos.sqlite'), { seededAt: nowText(now) })
  for (const name of FOLDERS) mkdirSync(join(root, name), { recursive: true })
  return findWorkspace(root)
}
