import { openConnection } from './connection'
import { faultOf } from './sqlite-fault'

const PATIENCE = 5_000
const LISTED = 20

/**
 * What SQLite finds wrong with a store's pages, on a connection of its own that writes nothing; the first few. Contents of
 * indexes are not compared with their tables, which keeps it quick. It blocks its thread.
 */
export function quickCheck(file: string): string[] {
  try {
    const { client } = openConnection(file, { readOnly: true, busyTimeout: PATIENCE })
    try {
      const lines = client.pragma(`quick_check(${LISTED})`) as { quick_check: string }[]
      return lines.map((line) => line.quick_check).filter((line) => line !== 'ok')
    } finally {
      client.close()
    }
  } catch (error) {
    throw faultOf(error, file)
  }
}
