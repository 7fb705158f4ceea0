import { type SQL, sql } from 'drizzle-orm'
import { type MissionText, missionTexts } from '../domain/mission-texts'
import { missionJson } from '../domain/stored-mission'
import type { Capabilities } from './capabilities'
import { briefColumns, briefOf, optionalColumn } from './read-missions'
import type { Reader } from './store'
import { textOrNull } from './stored-value'

/** So much of a column is looked through; what an agent writes beyond it is found on the mission's own page only. */
const LONGEST_TEXT = 100_000

export interface WrittenMission {
  readonly row: number
  readonly texts: readonly MissionText[]
}

/** Which rows to look through: from one to another, both included. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/**
 * The missions among these rows in which each of the words may stand, in a text or in an id or name, with their texts:
 * a first sieve, which lets through what only looks alike in stored JSON.
 */
export function readWritten(
  reader: Reader,
  capabilities: Capabilities,
  { first, last }: RowRange,
  words: readonly string[],
): WrittenMission[] {
  const brief = briefColumns(capabilities)
  const notes = startOf(sql`notes`)
  const metadata = startOf(sql`metadata`)
  const fields = startOf(optionalColumn(capabilities, 'domain_fields'))
  const wanted = words.map((word) => {
    const plain = [sql`id`, sql`name`, notes, ...brief].map((column) => like(column, spellings(word)))
    const json = [metadata, fields, ...brief].map((column) => like(column, spellings(word).flatMap(inJson)))
    return sql`(${sql.join([...plain, ...json], sql` OR `)})`
  })
  return reader
    .values<unknown[]>(
      sql`SELECT rowid, ${notes}, ${metadata}, ${fields}, ${sql.join(brief, sql`, `)} FROM missions
        WHERE rowid BETWEEN ${first} AND ${last} AND ${sql.join(wanted, sql` AND `)} ORDER BY rowid`,
    )
    .map(([row, note, json, domainFields, ...columns]) => ({
      row: Number(row),
      texts: missionTexts(
        textOrNull(note),
        briefOf(columns),
        missionJson({ metadata: textOrNull(json), domainFields: textOrNull(domainFields) }),
      ),
    }))
}

function startOf(column: SQL): SQL {
  return sql`substr(${column}, 1, ${LONGEST_TEXT})`
}

function like(column: SQL, texts: readonly string[]): SQL {
  const patterns = [...new Set(texts)].map((text) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return sql.join(
    patterns.map((pattern) => sql`${column} LIKE ${pattern} ESCAPE '\\'`),
    sql` OR `,
  )
}

/** SQLite compares letters without their case as far as ASCII goes; for the others each usual spelling is asked for. */
function spellings(word: string): string[] {
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return isAscii(word) ? [word] : [word, word.toUpperCase(), capital]
}

/** How a text stands in JSON: some writers escape only what they must, others everything beyond ASCII. */
function inJson(text: string): string[] {
  const escaped = JSON.stringify(text).slice(1, -1)
  if (isAscii(escaped)) return [escaped]
  const code = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return [escaped, escaped.replaceAll(/[^\x20-\x7e]/g, code)]
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
