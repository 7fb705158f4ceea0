import type { AgentGuide } from '../domain/agent-brief'
import { findGuides } from '../engine/briefing/find-guides'
import { recordPreflight } from '../engine/briefing/record-preflight'
import { keepsViews } from '../engine/views/view-setting'
import { type Answer, Refusal } from './answer'
import { briefText } from './mission-brief-text'
import type { Session } from './session'

/** Health first: who works on a damaged store makes it worse. Only what was shown is recorded as loaded. */
export async function runPreflight(
  { workspace, call }: Session,
  { path, agent }: { readonly path: string | undefined; readonly agent: string | undefined },
): Promise<Answer> {
  const health = await call('workspace.checkHealth', {})
  if (!health.ok) {
    const message = `Database health check failed: ${health.problems.join('; ')}`
    throw new Refusal({ code: 'corrupt', message, details: {} }, `Error: ${message}`)
  }
  const { guides, warnings } = findGuides(workspace.root, path)
  const next = await call('missions.next', {})
  const detail = next === null ? null : await call('missions.detail', { id: next.card.id })
  const files = guides.map(({ file }) => file)
  const scope = { workspace, now: new Date(), agent: 'codex' }
  const { at } = recordPreflight(scope, { guides: files, mission: next?.card.id ?? null, agent })
  const told = keepsViews(workspace.root) ? await keepInStep(workspace) : []
  const value = { health, candidate: detail, prerequisitesMet: next?.prerequisitesMet ?? null, guides, recordedAt: at }
  const candidate = detail === null ? 'No mission is In Progress, Current or Queued.' : briefText(detail, [])
  const waits = next?.prerequisitesMet === false ? ['Its prerequisites are not completed yet.'] : []
  return {
    value: { ...value, warnings: [...warnings, ...told] },
    text: [
      `The store is healthy (${health.milliseconds} ms).`,
      '',
      candidate,
      ...waits,
      ...guides.flatMap(guideLines),
      '',
      `Recorded at ${at}: ${files.join(', ')} loaded.`,
    ].join('\n'),
    problems: warnings,
    warnings: told,
  }
}

async function keepInStep(workspace: Session['workspace']): Promise<string[]> {
  const { bringViewsInStep } = await import('../engine/views/keep-views')
  return bringViewsInStep(workspace, { backlog: false })
}

function guideLines({ file, text, bytes, truncated }: AgentGuide, at: number): string[] {
  const place = at === 0 ? '' : ' (wins over what stands above)'
  const cut = truncated ? [`… only the beginning of ${bytes} bytes is shown; read ${file} itself.`] : []
  return ['', `===== ${file}${place} =====`, text.trimEnd(), ...cut]
}
