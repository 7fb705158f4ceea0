import { stringify } from 'csv-stringify/sync'
import { replaceFile } from '../files/atomic-file'
import type { MarkKey } from '../redaction/mark'
import { redactTexts } from '../redaction/redact-text'
import { freePath } from './free-path'

export interface TableExport {
  readonly folder: string
  /** What the table shows; becomes the file's name. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly key: MarkKey
}

/** Writes a table to a new CSV file in a folder, without its secrets; a cell never becomes a formula. */
export async function exportTable(table: TableExport): Promise<{ path: string; rows: number; redacted: number }> {
  const given = table.rows.flat().filter((cell) => typeof cell === 'string')
  const { texts, findings } = await redactTexts([...table.columns, ...given], { key: table.key })
  let next = table.columns.length
  const rows = table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? (texts[next++] ?? '') : cell)))
  const header = texts.slice(0, table.columns.length)
  const path = freePath(table.folder, table.name, 'csv')
  replaceFile(path, stringify([header, ...rows], { escape_formulas: true, record_delimiter: 'windows' }))
  return { path, rows: rows.length, redacted: findings.length }
}
