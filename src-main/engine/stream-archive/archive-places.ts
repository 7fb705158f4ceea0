import { join } from 'node:path'
import { nowText } from '../../domain/timestamp'
import { workspacePath } from '../files/workspace-path'

/** Where the streams of a workspace are, and where old ones are packed away; refused when a link leads out of it. */
export interface ArchivePlaces {
  readonly events: string
  readonly archive: string
  readonly manifest: string
}

export function archivePlaces(root: string): ArchivePlaces {
  const archive = workspacePath(root, 'telemetry', 'archive')
  return { events: workspacePath(root, 'telemetry', 'events'), archive, manifest: join(archive, 'manifest.jsonl') }
}

/** The name of an archive that does not exist yet: `sub--stream-20260301T120000Z.jsonl.gz`. */
export function archiveName(stream: string, now: Date, taken: (name: string) => boolean): string {
  const [, stem = stream, extension = ''] = /^(.*?)(\.[a-z]+)?$/i.exec(stream.replaceAll('/', '--')) ?? []
  const stamp = nowText(now).replaceAll(/[-:]/g, '')
  for (let count = 1; ; count += 1) {
    const name = `${stem}-${stamp}${count === 1 ? '' : `-${count}`}${extension}.gz`
    if (!taken(name)) return name
  }
}

/** Where a stream stands while its older part is taken out of it; a run that was broken off is found by it. */
export function asideOf(path: string, round = 0): string {
  return path.replace(/[^/\\]+$/, (name) => `.${name}.archiving${round === 0 ? '' : `-${round}`}`)
}

/** The stream that stands aside under a name; undefined when it is no such name. */
export function streamAside(name: string): string | undefined {
  return /^\.(.+)\.archiving(?:-\d+)?$/.exec(name)?.[1]
}

/** A draft of ours, which holds nothing that does not stand elsewhere too. */
export function isDraft(name: string): boolean {
  return /^\..+\.archiving\.(?:rest|restoring)$/.test(name)
}
