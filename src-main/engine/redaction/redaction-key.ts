import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Which store the marks are for, and where this user's own data is. */
export interface KeyPlace {
  readonly database: string
  readonly userData: string
}

const LENGTH = 32

/**
 * How to get the key that a workspace's marks are made with; made on first use, in the user's own data, where nothing
 * leaves it. Where it cannot be kept, the marks of this process are the same among themselves and differ from all others.
 */
export function redactionKey(place: KeyPlace): () => Buffer {
  let key: Buffer | undefined
  return () => {
    const path = join(place.userData, 'redaction', `${idOf(place.database)}.key`)
    key ??= readKey(path) ?? makeKey(path)
    return key
  }
}

function makeKey(path: string): Buffer {
  const key = randomBytes(LENGTH)
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, key.toString('hex'), { flag: 'wx', mode: 0o600 })
    return key
  } catch {
    // Another process was first, or nothing can be kept here.
    return readKey(path) ?? key
  }
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
    return key.length === LENGTH ? key : undefined
  } catch {
    return undefined
  }
}

/** The same store has one key, by whatever links it is reached and even when its file is gone. */
function idOf(database: string): string {
  const folder = dirname(resolve(database))
  const real = join(existsSync(folder) ? realpathSync(folder) : folder, basename(database))
  return createHash('sha256').update(real).digest('hex').slice(0, 16)
}
