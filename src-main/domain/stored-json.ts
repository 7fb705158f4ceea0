/** A JSON object as another program stored it: empty with a fault when the text is no JSON object. */
export interface StoredObject {
  readonly object: JsonObject
  readonly fault: string | null
}
export type JsonObject = Readonly<Record<string, unknown>>

const EMPTY: JsonObject = Object.freeze({})
/** The round trip of older programs nests metadata in metadata; deeper than this nobody has seen it. */
const DEEPEST_LAYER = 8

/** Reads stored JSON text; null and empty text are an empty object, anything but an object is a fault. */
export function readObject(text: string | null | undefined): StoredObject {
  if (text === null || text === undefined || text.trim() === '') return { object: EMPTY, fault: null }
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return { object: value, fault: null }
    return { object: EMPTY, fault: value === null ? null : `It holds ${kindOf(value)} instead of an object.` }
  } catch (error) {
    return { object: EMPTY, fault: error instanceof Error ? error.message : String(error) }
  }
}

/** The object itself, then what is nested under `metadata` in it, and so on: the outer value wins over the inner. */
export function metadataLayers(object: JsonObject): readonly JsonObject[] {
  const layers = [object]
  for (let next = object.metadata; isObject(next) && layers.length < DEEPEST_LAYER; next = next.metadata) {
    layers.push(next)
  }
  return layers
}

/** The first non-empty text under one of the keys, outer layers before inner ones. */
export function textIn(layers: readonly JsonObject[], ...keys: readonly string[]): string | null {
  for (const layer of layers) {
    for (const key of keys) {
      const value = ownValue(layer, key)
      if (typeof value === 'string' && value.trim() !== '') return value
    }
  }
  return null
}

/** The first non-empty list of texts under one of the keys; a lone text is a list of one, JSON text of a list is read. */
export function textsIn(layers: readonly JsonObject[], ...keys: readonly string[]): readonly string[] {
  for (const layer of layers) {
    for (const key of keys) {
      const found = textsOf(ownValue(layer, key))
      if (found.length > 0) return found
    }
  }
  return []
}

/** The texts in a stored value: blanks and everything that is no text are left out. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : textsOfString(value)
  if (!Array.isArray(value)) return []
  return value.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
}

function textsOfString(value: string): readonly string[] {
  if (!value.trimStart().startsWith('[')) return [value]
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? textsOf(parsed) : [value]
  } catch {
    return [value]
  }
}

/** The objects in the list under a key of the outermost layer that has it; whatever else is in it is left out. */
export function entriesIn(json: { readonly layers: readonly JsonObject[] }, key: string): readonly JsonObject[] {
  const list = json.layers.map((layer) => ownValue(layer, key)).find(Array.isArray)
  return list === undefined ? [] : list.filter(isObject)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Stored objects are another program's: a key such as `constructor` must not find what every object inherits. */
function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
