import { loadAll } from 'js-yaml'
import { isObject, type JsonObject } from '../../domain/stored-json'

/** A backlog file taken apart: every sprint, mission, dependency and prompt by name, with its fields. */
export interface BacklogEntries {
  readonly entries: ReadonlyMap<string, JsonObject>
  /** As the file says it was made. */
  readonly generatedAt: string | null
}

/** Takes the two documents of a backlog apart; answers a sentence when they are none. */
export function backlogEntries(text: string): BacklogEntries | string {
  try {
    const documents = loadAll(text).filter((document) => document !== null && document !== undefined)
    const [head, body] = documents
    const fields = isObject(body) && isObject(body.domainFields) ? body.domainFields : undefined
    if (fields === undefined) return 'Its second document has no domainFields, so it is no backlog.'
    const generatedAt = isObject(head) && typeof head.generatedAt === 'string' ? head.generatedAt : null
    return { entries: entriesOf(fields), generatedAt }
  } catch (error) {
    return `It is not YAML that can be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}

function entriesOf(fields: JsonObject): Map<string, JsonObject> {
  const entries = new Map<string, JsonObject>()
  for (const { missions, ...sprint } of objectsIn(fields.sprints)) {
    entries.set(`sprint ${sprint.sprintId}`, sprint)
    for (const mission of objectsIn(missions)) {
      entries.set(`mission ${mission.id}`, { ...mission, sprint: sprint.sprintId })
    }
  }
  for (const mission of objectsIn(fields.missions)) entries.set(`mission ${mission.id}`, mission)
  for (const dependency of objectsIn(fields.missionDependencies)) {
    entries.set(`dependency ${dependency.from} -> ${dependency.to}`, dependency)
  }
  const mapping = isObject(fields.promptMapping) ? fields.promptMapping.prompts : undefined
  for (const prompt of objectsIn(mapping)) entries.set(`prompt ${prompt.prompt}`, prompt)
  return entries
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
