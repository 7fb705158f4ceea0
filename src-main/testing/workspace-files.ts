import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes files of a test under a folder; answers the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A backlog of two documents, as programs of this convention export it. */
export function backlogText(domainFields: string): string {
  return `name: Planning.SprintPlan.v1\nversion: 0.0.0\n---\ndomainFields:\n${domainFields.replace(/^/gm, '  ')}\n`
}
