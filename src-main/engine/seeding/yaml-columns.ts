import { JsonNumber } from '../../domain/json-document'
import { lineJson } from '../../domain/json-text'
import { plainOf, type YamlMap, type YamlValue } from './read-yaml'
import { YamlWord } from './yaml-word'

/** The text that a column gets: numbers and dates as other programs of this convention store them. */
export function textIn(map: YamlMap, key: string): string | null {
  return textOf(map.get(key))
}

export function textOf(value: YamlValue | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (!(value instanceof YamlWord)) return lineJson(plainOf(value))
  if (value.meaning instanceof JsonNumber) return value.meaning.text
  // `name: yes` is meant as the word.
  return typeof value.meaning === 'boolean' ? value.source : value.meaning
}

/** A whole number of a column that counts; anything else counts nothing. */
export function numberIn(map: YamlMap, key: string): number | null {
  const text = textIn(map, key)
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isSafeInteger(value) ? value : null
}
