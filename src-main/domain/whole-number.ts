import { JsonNumber, type JsonValue } from './json-document'

/**
 * The whole number in a stored value as the other programs read it: nothing counts as 0, fractions are cut off, digits
 * in a text count. Null when it cannot be one.
 */
export function wholeNumber(value: JsonValue | undefined): bigint | null {
  if (value === undefined || value === null || value === false || value === '') return 0n
  if (value === true) return 1n
  if (typeof value === 'string') return /^\s*[+-]?\d+\s*$/.test(value) ? BigInt(value.trim().replace(/^\+/, '')) : null
  if (value instanceof JsonNumber) return cutOff(value.text)
  return (Array.isArray(value) ? value.length : value.size) === 0 ? 0n : null
}

/** Bytes in KB with two decimals, ties to even, spelled as Python spells a float: 1152 bytes are `1.12`, 1024 are `1.0`. */
export function kilobytes(bytes: number): JsonNumber {
  const scaled = bytes * 25
  const rest = scaled % 256
  const whole = (scaled - rest) / 256
  const up = rest > 128 || (rest === 128 && whole % 2 === 1)
  const hundredths = up ? whole + 1 : whole
  return new JsonNumber(hundredths % 100 === 0 ? `${hundredths / 100}.0` : String(hundredths / 100))
}

function cutOff(text: string): bigint | null {
  if (/^-?\d+$/.test(text)) return BigInt(text)
  const value = Number(text)
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : null
}
