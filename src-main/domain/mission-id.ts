import { DomainError } from './fault'

const LONGEST = 200

/**
 * Refuses ids that would be unsafe as the name of a new mission or sprint: they end up in file names and in commands.
 * Whatever another program stored stays readable.
 */
export function checkNewId(id: string): void {
  const problem = problemOf(id)
  if (problem !== null)
    throw new DomainError('invalid_input', `${shown(id)} cannot be an id: ${problem}.`, { id: shown(id) })
}

function problemOf(id: string): string | null {
  if (id.trim() === '') return 'it must not be empty'
  if (id !== id.trim()) return 'it must not begin or end with a blank'
  if (id.length > LONGEST) return `it is longer than ${LONGEST} characters`
  if (id === '.' || id === '..') return 'it names a folder'
  if (/[/\\]/.test(id)) return 'it must not contain slashes or backslashes'
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(id)) return 'it must not contain control characters'
  return null
}

function shown(id: string): string {
  const line = id.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`
}
