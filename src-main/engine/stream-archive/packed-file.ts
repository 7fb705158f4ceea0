import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { DomainError } from '../../domain/fault'
import { fileFault, syncFolder } from '../files/atomic-file'

/** What a packed file holds when it is unpacked. */
export interface PackedContent {
  readonly sha256: string
  readonly bytes: number
}

/** Packs the beginning of a file, and reads it back before it counts; answers what it holds and how long it is packed. */
export async function packFile(
  from: { readonly path: string; readonly bytes: number },
  to: string,
  signal: AbortSignal,
): Promise<PackedContent & { readonly packedBytes: number }> {
  const draft = `${to}.${process.pid}.tmp`
  try {
    const read = counted()
    const source = createReadStream(from.path, { start: 0, end: from.bytes - 1 })
    await pipeline(source, read.through, createGzip(), createWriteStream(draft, { flags: 'wx' }), { signal })
    const packedBytes = await synced(draft)
    const back = await contentOf(draft, signal)
    if (back.sha256 !== read.content().sha256 || back.bytes !== from.bytes) throw unlike(from.path)
    renameSync(draft, to)
    syncFolder(dirname(to))
    return { ...back, packedBytes }
  } catch (error) {
    rmSync(draft, { force: true })
    throw signal.aborted
      ? new DomainError('cancelled', 'Archiving was stopped; every stream is whole.')
      : fileFault(error, to)
  }
}

/** Unpacks a file, and answers what it held. */
export async function unpackFile(from: string, to: string, signal: AbortSignal): Promise<PackedContent> {
  const read = counted()
  try {
    await pipeline(createReadStream(from), createGunzip(), read.through, createWriteStream(to, { flags: 'wx' }), {
      signal,
    })
    await synced(to)
    return read.content()
  } catch (error) {
    rmSync(to, { force: true })
    throw damaged(error, from)
  }
}

/** What a packed file holds. */
export async function contentOf(path: string, signal: AbortSignal): Promise<PackedContent> {
  const read = counted()
  try {
    await pipeline(createReadStream(path), createGunzip(), read.through, nowhere(), { signal })
    return read.content()
  } catch (error) {
    throw damaged(error, path)
  }
}

/** The hash of the beginning of a plain file. */
export async function hashOfBeginning(path: string, bytes: number): Promise<string> {
  if (bytes === 0) return createHash('sha256').digest('hex')
  const read = counted()
  await pipeline(createReadStream(path, { start: 0, end: bytes - 1 }), read.through, nowhere())
  return read.content().sha256
}

function counted() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { through, content: (): PackedContent => ({ sha256: hash.copy().digest('hex'), bytes }) }
}

function nowhere(): Transform {
  const end = new Transform({ transform: (_chunk, _encoding, done) => done() })
  return end.resume()
}

async function synced(path: string): Promise<number> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
    return (await handle.stat()).size
  } finally {
    await handle.close()
  }
}

function damaged(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('Z_')) return fileFault(error, path)
  return new DomainError('corrupt', `${path} is damaged (${code}); nothing was changed.`, { path })
}

function unlike(path: string): DomainError {
  return new DomainError('corrupt', `What was packed of ${path} does not read back the same, so the stream stays.`, {
    path,
  })
}
