import { JsonNumber, type JsonObject, JsonSyntaxError, type JsonValue, parseJson } from '../../domain/json-document'

export interface TelemetryRow {
  readonly mission: string | null
  readonly sourcePath: string
  readonly ts: string | null
  readonly payload: string
}

/** The row of a telemetry file, or why it is none; undefined when the file is empty. */
export function telemetryRow(path: string, text: string): TelemetryRow | string | undefined {
  if (text.trim() === '') return undefined
  const value = parsed(text)
  if (typeof value === 'string') return value
  const meta = value.get('meta')
  const inner = meta instanceof Map ? meta : new Map<string, JsonValue>()
  return {
    mission: textIn(inner, 'mission'),
    sourcePath: path,
    ts: textIn(inner, 'completedAt') || textIn(inner, 'startedAt'),
    payload: text,
  }
}

/** The row of one line of an event stream, or why it is none. */
export function streamRow(path: string, line: string): TelemetryRow | string {
  const value = parsed(line)
  if (typeof value === 'string') return value
  return {
    mission: textIn(value, 'missionId') ?? textIn(value, 'mission'),
    sourcePath: path,
    ts: textIn(value, 'timestamp') ?? textIn(value, 'ts'),
    payload: line,
  }
}

function parsed(text: string): JsonObject | string {
  try {
    const value = parseJson(text)
    return value instanceof Map ? value : 'It is no JSON object.'
  } catch (error) {
    if (error instanceof JsonSyntaxError) return `It is not JSON: ${error.message}`
    throw error
  }
}

function textIn(object: JsonObject, key: string): string | null {
  const value = object.get(key)
  if (typeof value === 'string') return value
  return value instanceof JsonNumber ? value.text : null
}
