import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileFault } from './atomic-file'
import { workspacePath } from './workspace-path'

/** What a look at the store found: reachable, or why not. */
export type Health = { readonly ok: true } | { readonly ok: false; readonly error: string }

/** Appends one line to telemetry/events/database-health.jsonl in the form every program of this convention writes. */
export function appendHealthLine(root: string, health: Health): void {
  const path = workspacePath(root, 'telemetry', 'events', 'database-health.jsonl')
  const ts = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const outcome = health.ok
    ? '"status": "ok", "message": "database_available", "details": null'
    : `"status": "error", "message": "query_failed", "details": {"error": ${JSON.stringify(health.error)}}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    // One append of one short line: two programs that append at the same time do not mix their lines.
    appendFileSync(path, `{"ts": "${ts}", "source": "mission_runtime", ${outcome}}\n`)
  } catch (error) {
    throw fileFault(error, path)
  }
}
