import { readFileSync } from 'node:fs'
import { Refusal } from './answer'

const STDIN = 0

/** The text of a file, or of standard input for `-`; anything but UTF-8 is refused. */
export function readGivenText(file: string): string {
  const name = file === '-' ? 'Standard input' : file
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? STDIN : file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const problem = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read (${code})`
    const message = `${name} ${problem}. Nothing was written.`
    throw new Refusal({ code: 'invalid_input', message, details: { file } }, message)
  }
}
