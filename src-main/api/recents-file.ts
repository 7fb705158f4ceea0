import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { RecentWorkspace } from '../domain/workspace'
import type { OpenWorkspace } from '../engine/workspace'
import { readJson, writeJson } from './settings-file'

const KEPT = 12
const stored = z.array(z.object({ name: z.string(), root: z.string(), database: z.string() }))

/** The workspaces opened lately, newest first. The page names them by id, so it can never name a path. */
export function openRecents(userData: string | null): {
  list(): RecentWorkspace[]
  pathOf(id: string): string | undefined
  add(opened: OpenWorkspace): void
} {
  const file = userData === null ? null : join(userData, 'recent-workspaces.json')
  let entries: z.output<typeof stored> | undefined
  const all = () => {
    entries ??= readJson(file, stored, [])
    return entries
  }
  return {
    list: () =>
      all().map(({ name, root, database }) => ({ id: idOf(database), name, root, missing: !existsSync(database) })),
    pathOf: (id) => all().find((entry) => idOf(entry.database) === id)?.database,
    add: ({ name, root, database }) => {
      const next = [{ name, root, database }, ...all().filter((entry) => entry.database !== database)].slice(0, KEPT)
      writeJson(file, next)
      entries = next
    },
  }
}

function idOf(database: string): string {
  return createHash('sha256').update(database).digest('hex').slice(0, 16)
}
