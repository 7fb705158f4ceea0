import { readFileSync } from 'node:fs'
import { JsonSyntaxError, parseJson } from '../../domain/json-document'
import { prettyJson } from '../../domain/json-text'
import type { KeepReceipt } from '../../domain/parity'
import type { ActionScope } from '../action'
import { replaceFile } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'
import { requireOwnStore } from './own-store'
import { repairFiles } from './repair-files'
import { keepsViews, VIEW_SETTING } from './view-setting'

/**
 * Switches "keep file views in step" for the workspace. From the moment it is on every action writes them; then they are
 * brought in step once, so that nothing of before is missing.
 */
export function keepViews({ workspace, now }: ActionScope, keep: boolean): KeepReceipt {
  requireOwnStore(workspace)
  const { root } = workspace
  const path = workspacePath(root, VIEW_SETTING)
  if (keepsViews(root) !== keep) replaceFile(path, `${prettyJson(changed(path, keep))}\n`)
  return { kept: keep, written: keep ? repairFiles(workspace, { now, dryRun: false }) : [], warnings: [] }
}

/** Keys of a later version are kept; a damaged file is written anew. */
function changed(path: string, keep: boolean) {
  const document = readObject(path)
  document.set('keepInStep', keep)
  return document
}

function readObject(path: string) {
  try {
    const value = parseJson(readFileSync(path, 'utf8'))
    return value instanceof Map ? value : new Map()
  } catch (error) {
    if (error instanceof JsonSyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      return new Map()
    }
    throw error
  }
}
