import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A file in a folder that is not there yet, named after what is written to it. */
export function freePath(folder: string, name: string, extension: 'csv' | 'png'): string {
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  for (let more = 1; ; more += 1) {
    const path = join(folder, `cmos-${stem || 'table'}${more === 1 ? '' : `-${more}`}.${extension}`)
    if (!existsSync(path)) return path
  }
}
