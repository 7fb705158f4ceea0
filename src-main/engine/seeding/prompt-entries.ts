import type { YamlMap, YamlValue } from './read-yaml'
import { textIn } from './yaml-columns'

export interface PromptRow {
  readonly prompt: string
  readonly behavior: string
}

/** A prompt mapping; undefined when one of its halves is missing. */
export function promptOf(entry: YamlMap): PromptRow | undefined {
  const prompt = textIn(entry, 'prompt')
  const behavior = textIn(entry, 'agentBehavior') ?? textIn(entry, 'behavior')
  return prompt === null || behavior === null ? undefined : { prompt, behavior }
}

/** The prompt mappings of a mission's own document, where the first programs of this convention kept them. */
export function promptsIn(document: YamlValue): PromptRow[] {
  if (!(document instanceof Map)) return []
  const fields = document.get('domainFields')
  return [document, fields].flatMap((part) => {
    const mapping = part instanceof Map ? part.get('promptMapping') : undefined
    const list = mapping instanceof Map ? mapping.get('prompts') : mapping
    if (!Array.isArray(list)) return []
    return list.flatMap((entry) => (entry instanceof Map ? (promptOf(entry) ?? []) : []))
  })
}
