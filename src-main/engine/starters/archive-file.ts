import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, type Pack, pack } from 'tar-stream'
import { DomainError } from '../../domain/fault'
import { hashFile, syncPath } from '../backups/file-hash'
import { sha256 } from './plan-package'

/** A file as an archive holds it, with a way to get its bytes. */
export interface ArchivedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly executable: boolean
  read(): Buffer
}

/** Writes a gzipped tar: the files in their order, under one folder, all of one time, so that the same files are the same bytes. */
export async function writeArchive(
  file: string,
  files: readonly ArchivedFile[],
  { folder, now, each }: { readonly folder: string; readonly now: Date; readonly each: (done: number) => void },
): Promise<void> {
  const archive = pack()
  const filling = (async () => {
    for (const [done, entry] of files.entries()) {
      each(done)
      await add(archive, entry, `${folder}/${entry.path}`, now)
    }
    archive.finalize()
  })().catch((error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))))
  await pipeline(Readable.from(archive), createGzip({ level: 9 }), createWriteStream(file, { flags: 'wx' }))
  await filling
  syncPath(file, 'file')
}

function add(archive: Pack, entry: ArchivedFile, name: string, now: Date): Promise<void> {
  const content = entry.read()
  if (sha256(content) !== entry.sha256) {
    throw new DomainError(
      'conflict',
      `${entry.path} was changed while the package was made, so nothing was written. Try again when nobody writes to it.`,
      { path: entry.path },
    )
  }
  const mtime = new Date(Math.floor(now.getTime() / 1_000) * 1_000)
  return new Promise((resolve, reject) => {
    const sink = archive.entry(
      { name, size: content.length, mode: entry.executable ? 0o755 : 0o644, mtime, uid: 0, gid: 0 },
      (error) => (error ? reject(error) : resolve()),
    )
    // A full disk ends the whole stream: an entry nobody listens to would end the process.
    sink.on('error', reject)
    sink.end(content)
  })
}

/** Reads an archive back in full: every file, in order, byte for byte. Answers what differs, and the archive's own hash. */
export async function checkArchive(
  file: string,
  files: readonly ArchivedFile[],
  folder: string,
): Promise<{ readonly problems: string[]; readonly sha256: string }> {
  const reader = extract()
  const problems: string[] = []
  const compare = async () => {
    let at = 0
    for await (const entry of reader) {
      const wanted = files[at]
      at += 1
      const content = await buffer(entry)
      const name = wanted === undefined ? '' : `${folder}/${wanted.path}`
      if (entry.header.name !== name) problems.push(`${entry.header.name} is not what was packed there`)
      else if (sha256(content) !== wanted?.sha256) problems.push(`${name} differs from what was packed`)
    }
    if (at < files.length) problems.push(`${files.length - at} files are missing`)
  }
  try {
    await Promise.all([pipeline(createReadStream(file), createGunzip(), reader), compare()])
  } catch (error) {
    problems.push(error instanceof Error ? error.message : 'it cannot be read')
  }
  return { problems, sha256: hashFile(file) }
}
