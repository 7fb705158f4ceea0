import { constants } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { Refusal } from './answer'

const STDIN = 0
/** What one text can hold; a file of more bytes than this is not even begun. */
const MOST_BYTES = constants.MAX_STRING_LENGTH

/** The text of a file, or of standard input for `-`; anything but UTF-8 is refused, and what no text can hold. */
export function readGivenText(file: string): string {
  const name = file === '-' ? 'Standard input' : file
  try {
    const bytes = file === '-' ? 0 : statSync(file).size
    if (bytes > MOST_BYTES) throw refusal(file, `${name} ${tooLarge(bytes)}`)
    const content = readFileSync(file === '-' ? STDIN : file)
    if (content.length > MOST_BYTES) throw refusal(file, `${name} ${tooLarge(content.length)}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refusal(file, `${name} ${problemOf(error)}`)
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8 text'
  if (code === 'ERR_FS_FILE_TOO_LARGE') return `holds more than ${megabytes(MOST_BYTES)}, the most that is read`
  return `cannot be read (${code})`
}

function tooLarge(bytes: number): string {
  return `is ${megabytes(bytes)} large; ${megabytes(MOST_BYTES)} is the most that is read`
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 2)} MB`
}

function refusal(file: string, problem: string): Refusal {
  const message = `${problem}. Nothing was written.`
  return new Refusal({ code: 'invalid_input', message, details: { file } }, message)
}
