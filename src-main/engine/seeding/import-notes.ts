import type { ImportRemark } from '../../domain/seeding'

/** What an import could not take, and what it took otherwise than it stands. */
export class ImportNotes {
  readonly leftOut: ImportRemark[] = []
  readonly remarks: ImportRemark[] = []

  /** Something that is in the file and will not be in the store. */
  leaveOut(file: string, line: number | null, reason: string): void {
    this.leftOut.push({ file, line, reason })
  }

  /** Something that is in the store, but not as it stood. */
  remark(file: string, line: number | null, reason: string): void {
    this.remarks.push({ file, line, reason })
  }

  leftOutOf(file: string): number {
    return this.leftOut.filter((remark) => remark.file === file).length
  }
}

/** Foreign words in a sentence of ours: short, on one line. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
}
