import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { ImportSource, SourceKind } from '../../domain/seeding'
import type { ImportNotes } from './import-notes'
import { readSourceText, type SourceFile } from './source-file'

/** The files of one import: which were read, what came of each, and what happens when one cannot be read at all. */
export class SourceFiles {
  private readonly sources: Omit<ImportSource, 'leftOut'>[] = []

  constructor(
    private readonly order: { readonly dataRoot: string; readonly skipUnreadable: boolean },
    private readonly notes: ImportNotes,
  ) {}

  /** Every file that was looked for. */
  list(): ImportSource[] {
    return this.sources.map((source) => ({ ...source, leftOut: this.notes.leftOutOf(source.file) }))
  }

  /** The text of a file; undefined when there is none, or when it may be left out. */
  text(file: string, kind: SourceKind): string | undefined {
    const source = readSourceText(this.order.dataRoot, file)
    if (source.state === 'read') {
      this.sources.push({ file, kind, bytes: source.bytes, rows: {} })
      return source.text
    }
    return this.absent(file, kind, source)
  }

  /** The bytes of a file that was read; undefined as for `text`. */
  dataOf(file: string, kind: SourceKind, source: SourceFile): Buffer | undefined {
    if (source.state !== 'read') return this.absent(file, kind, source)
    this.sources.push({ file, kind, bytes: source.data.length, rows: {} })
    return source.data
  }

  private absent(file: string, kind: SourceKind, source: Exclude<SourceFile, { readonly state: 'read' }>): undefined {
    const bytes = source.state === 'missing' ? null : source.bytes
    // Nobody misses what only some workspaces have.
    const usual = kind !== 'prompts' && kind !== 'supplement'
    if (source.state !== 'missing' || usual) this.sources.push({ file, kind, bytes, rows: {} })
    if (source.state === 'unreadable') this.refuse(file, new DomainError('invalid_input', source.reason))
    return undefined
  }

  /** What a file holds, or something else when it may be left out. */
  orRefuse<T>(file: string, read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.refuse(file, error)
      return otherwise
    }
  }

  /** A whole file that cannot be read is more than a few entries: it needs a word of the operator. */
  private refuse(file: string, { message, details }: DomainError): void {
    if (this.order.skipUnreadable) {
      this.notes.leaveOut(file, details.line ? Number(details.line) : null, `The whole file: ${message}.`)
      return
    }
    throw new DomainError(
      'invalid_input',
      `${join(this.order.dataRoot, file)}: ${message}. Nothing was changed. Repair the file, or leave it out with --skip-unreadable.`,
      { ...details, file },
    )
  }

  /** Says how many rows a file gave. */
  count(file: string, rows: ImportSource['rows']): void {
    const at = this.sources.findIndex((source) => source.file === file)
    const source = this.sources[at]
    if (source !== undefined) this.sources[at] = { ...source, rows }
  }
}
