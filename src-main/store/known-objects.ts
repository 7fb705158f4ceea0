/** One row of sqlite_master. */
export interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string | null
}

export interface ForeignObject {
  readonly type: 'trigger' | 'view'
  readonly name: string
}

const VIEWS = new Set(['active_missions', 'mission_details', 'sprint_summary', 'project_identity'])

/** Which full-text index the known newer stores keep for which table. */
const FULL_TEXT: Readonly<Record<string, string>> = {
  strategic_decisions: 'decisions_fts',
  learnings: 'learnings_fts',
  missions: 'missions_fts',
}

/** Triggers and views that no known store generation creates: what they would do on a write cannot be foreseen. */
export function foreignObjects(objects: readonly SchemaObject[]): ForeignObject[] {
  const indexes = new Set(objects.filter(isFullTextIndex).map((object) => object.name))
  return objects.flatMap((object): ForeignObject[] => {
    if (object.type === 'view' && !VIEWS.has(object.name)) return [{ type: 'view', name: object.name }]
    if (object.type === 'trigger' && !feedsFullText(object, indexes)) return [{ type: 'trigger', name: object.name }]
    return []
  })
}

function isFullTextIndex(object: SchemaObject): boolean {
  return object.type === 'table' && /^\s*CREATE\s+VIRTUAL\s+TABLE\b[\s\S]*?\bUSING\s+fts5\b/i.test(object.sql ?? '')
}

/** A known trigger does nothing but put rows into, or take rows out of, the full-text index of its own table. */
function feedsFullText(trigger: SchemaObject, indexes: ReadonlySet<string>): boolean {
  const index = FULL_TEXT[trigger.table]
  if (index === undefined || !indexes.has(index)) return false
  const body = /\bBEGIN\b([\s\S]*)\bEND\b\s*;?\s*$/i.exec(trigger.sql ?? '')?.[1]
  if (body === undefined) return false
  const statements = body.split(';').map((statement) => statement.trim())
  const allowed = new RegExp(`^(INSERT\\s+INTO\\s+${index}\\b|DELETE\\s+FROM\\s+${index}\\b)`, 'i')
  return statements.every((statement) => statement === '' || allowed.test(statement))
}
