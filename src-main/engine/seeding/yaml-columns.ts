import { JsonNumber } from '../../domain/json-document'
import type { YamlMap, YamlValue } from './read-yaml'
import { YamlWord } from './yaml-word'

/** The text that a column gets: numbers and dates as other programs of this convention store them. */
export function textIn(map: YamlMap, key: string): string | null {
  return textOf(map.get(key))
}

export function textOf(value: YamlValue | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (!(value instanceof YamlWord)) return yamlJson(value)
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

/** One line of JSON with `", "` and `": "`, the form of metadata; what YAML read as a number or a word stays one. */
export function yamlJson(value: YamlValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null) return 'null'
  if (value instanceof YamlWord) {
    return value.meaning instanceof JsonNumber ? value.meaning.text : JSON.stringify(value.meaning)
  }
  if (Array.isArray(value)) return `[${value.map(yamlJson).join(', ')}]`
  let pairs = ''
  for (const [key, item] of value) pairs += `${pairs === '' ? '' : ', '}${JSON.stringify(key)}: ${yamlJson(item)}`
  return `{${pairs}}`
}
