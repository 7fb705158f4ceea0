import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The bytes of a telemetry file, unpacked if it is an archive, and what tells it from another file of its name. */
export interface StreamBytes {
  /** Changes with the file: device, inode, size and time of change. */
  readonly stamp: string
  /** Device and inode. */
  readonly file: string
  readonly size: number
  /** At most `length` bytes from `offset` on. */
  read(offset: number, length: number): Buffer
  close(): void
}

/** The stamp of a file without opening it; null when there is none. */
export function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? null : stampIn(found)
}

function stampIn({ dev, ino, size, mtimeMs }: Stats): string {
  return `${dev}:${ino}:${size}:${mtimeMs}`
}

/** An archive may unpack to this many bytes; a larger one is refused by zlib. */
const LARGEST_ARCHIVE = 1024 ** 3

/** The archive unpacked last: it is read in many short pieces. */
let unpacked: { readonly stamp: string; readonly bytes: Buffer } | null = null

/** Opens a file; throws what the file system, or zlib, says of one that cannot be read. */
export function openBytes(path: string): StreamBytes {
  const descriptor = openSync(path, 'r')
  try {
    const found = fstatSync(descriptor)
    const about = { stamp: stampIn(found), file: `${found.dev}:${found.ino}` }
    if (!path.endsWith('.gz')) {
      return { ...about, size: found.size, read: readOf(descriptor), close: () => closeSync(descriptor) }
    }
    const bytes = unpacked?.stamp === about.stamp ? unpacked.bytes : unpack(descriptor)
    unpacked = { stamp: about.stamp, bytes }
    closeSync(descriptor)
    const read = (offset: number, length: number) => bytes.subarray(offset, offset + length)
    return { ...about, size: bytes.length, read, close: () => {} }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function unpack(descriptor: number): Buffer {
  return gunzipSync(readFileSync(descriptor), { maxOutputLength: LARGEST_ARCHIVE })
}

function readOf(descriptor: number): StreamBytes['read'] {
  return (offset, length) => {
    const buffer = Buffer.allocUnsafe(length)
    let filled = 0
    while (filled < length) {
      const got = readSync(descriptor, buffer, filled, length - filled, offset + filled)
      if (got === 0) break
      filled += got
    }
    return buffer.subarray(0, filled)
  }
}

/** Lets the archive that was unpacked last go. */
export function forgetUnpacked(): void {
  unpacked = null
}
