import { canonicalJson, prettyJson } from '../../domain/json-text'
import { archiveIsDue } from '../../domain/snapshot-pace'
import { objectOf, sectionOf } from '../../domain/stored-document'
import { nowText } from '../../domain/timestamp'
import { contextText, saveContext, saveSnapshot } from '../../store/context-rows'
import { appendEvent } from '../../store/event-rows'
import type { Tx } from '../../store/store'
import type { ActionScope } from '../action'

const CONTEXTS = ['project_context', 'master_context']

/** What an agent has read, and what it is about to work on. */
export interface Preflight {
  /** The guides' paths in the project, in the order in which they hold. */
  readonly guides: readonly string[]
  /** The candidate mission, if there is one. */
  readonly mission: string | null
  readonly agent?: string | undefined
}

/** Records in the health of both contexts that the guides are loaded, with one session event, in one transaction. */
export function recordPreflight(scope: ActionScope, preflight: Preflight): { readonly at: string } {
  const at = nowText(scope.now)
  const { store, upkeep } = scope.workspace
  store.write((tx) => {
    for (const id of CONTEXTS) {
      const due = recordIn(tx, scope, id, { guides: preflight.guides, at, mission: preflight.mission })
      upkeep.snapshots ||= due
    }
    appendEvent(tx, store.capabilities, {
      ts: at,
      agent: preflight.agent ?? scope.agent,
      mission: preflight.mission,
      action: 'preflight',
      status: 'loaded',
      summary: `Loaded ${preflight.guides.join(', ')}`,
      next_hint: null,
    })
  })
  return { at }
}

/** Only these keys change; whatever else the health holds stays, and so does its order. */
function recordIn(
  tx: Tx,
  { workspace }: ActionScope,
  id: string,
  { guides, at, mission }: { readonly guides: readonly string[]; readonly at: string; readonly mission: string | null },
): boolean {
  const { capabilities } = workspace.store
  const document = objectOf(contextText(tx, id), `context ${id}`)
  const health = sectionOf(document, 'context_health', `context ${id}`)
  health.set('agents_md_loaded', true)
  health.set('agents_md_loaded_at', at)
  health.set('agents_md_files', [...guides])
  // Shipped contexts carry these two, and nothing else ever fills them in.
  if (health.has('last_updated')) health.set('last_updated', at)
  const memory = document.get('working_memory')
  if (memory instanceof Map && memory.has('agents_md_loaded')) memory.set('agents_md_loaded', true)
  const content = prettyJson(document)
  saveContext(tx, capabilities, { id, content, at })
  const snapshot = saveSnapshot(tx, capabilities, {
    contextId: id,
    sessionId: mission,
    source: 'mission_runtime',
    canonical: canonicalJson(document),
    content,
    at,
  })
  return snapshot !== null && archiveIsDue(snapshot, content.length)
}
