import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Settings, settings as settingsSchema } from '../domain/settings'
import { replaceFile } from '../engine/files/atomic-file'

/** Only the given settings change. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined }

const DEFAULTS: Settings = { theme: 'system', letterShortcuts: true, railFolded: false }

/** The operator's settings, kept as one JSON file; a surface without a folder keeps them for its own lifetime. */
export function openSettings(userData: string | null): {
  get(): Settings
  set(change: SettingsChange): Settings
} {
  const file = userData === null ? null : join(userData, 'settings.json')
  let current: Settings | undefined
  const get = () => {
    current ??= { ...DEFAULTS, ...withoutUndefined(readJson(file, z.partial(settingsSchema), {})) }
    return current
  }
  return {
    get,
    set: (change) => {
      const next = { ...get(), ...withoutUndefined(change) }
      writeJson(file, next)
      current = next
      return next
    },
  }
}

/** A JSON file that fits the schema, or the fallback: a damaged file of our own is never a reason to stop. */
export function readJson<T extends z.core.$ZodType>(
  file: string | null,
  schema: T,
  fallback: z.output<T>,
): z.output<T> {
  if (file === null) return fallback
  try {
    const parsed = z.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : fallback
  } catch {
    return fallback
  }
}

/** Writes a JSON file whole or not at all. */
export function writeJson(file: string | null, value: unknown): void {
  if (file !== null) replaceFile(file, `${JSON.stringify(value, null, 2)}\n`)
}

function withoutUndefined({ theme, letterShortcuts, railFolded }: SettingsChange): Partial<Settings> {
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(letterShortcuts === undefined ? {} : { letterShortcuts }),
    ...(railFolded === undefined ? {} : { railFolded }),
  }
}
