import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where a workspace says whether its file views are kept in step: beside them, as text, so that it goes where they go
 * (into version control, into a package) and holds for everybody who works there, in the window or by command line.
 */
export const VIEW_SETTING = 'file-views.json'

/** Whether every action writes the file views too. Costs one look at the folder where the setting was never made. */
export function keepsViews(root: string): boolean {
  const file = join(root, VIEW_SETTING)
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return false
  try {
    return JSON.parse(readFileSync(file, 'utf8'))?.keepInStep === true
  } catch {
    // A damaged setting is off: no action may fail because of it.
    return false
  }
}
