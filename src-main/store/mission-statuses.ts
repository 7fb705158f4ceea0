import { openConnection } from './connection'
import { faultOf } from './sqlite-fault'
import { textOrEmpty } from './stored-value'

const PATIENCE = 1_000

export interface MissionState {
  readonly name: string
  readonly status: string
}

/** Every mission of a store that this process has not open, by id; call it where no connection of ours can lose a lock. */
export function readMissionStates(file: string): ReadonlyMap<string, MissionState> {
  try {
    const { client } = openConnection(file, { readOnly: true, busyTimeout: PATIENCE })
    try {
      const rows = client.prepare('SELECT id, name, status FROM missions').raw().all() as unknown[][]
      return new Map(
        rows.map(([id, name, status]) => [textOrEmpty(id), { name: textOrEmpty(name), status: textOrEmpty(status) }]),
      )
    } finally {
      client.close()
    }
  } catch (error) {
    throw faultOf(error, file)
  }
}
