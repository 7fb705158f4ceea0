import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnalysisPlace, AnalysisTopic } from '../engine/analysis/analysis-scope'
import type { Analyst } from '../engine/analysis/analyst'
import type { OpenWorkspace } from '../engine/workspace'
import type { Host } from './host'

/** The analyst of the open workspace, made when it is first asked something. */
export interface AnalystSlot {
  of(opened: OpenWorkspace): Promise<Analyst>
  /** Something was committed to the open store. */
  notice(): void
  close(): void
}

/** Keeps one analyst, for whichever workspace is open. */
export function openAnalystSlot(host: Host, changed: (topics: readonly AnalysisTopic[]) => void): AnalystSlot {
  let current: { readonly opened: OpenWorkspace; readonly analyst: Promise<Analyst> } | undefined
  const close = () => {
    void current?.analyst.then((analyst) => analyst.close()).catch(() => {})
    current = undefined
  }
  return {
    of: (opened) => {
      if (current?.opened === opened) return current.analyst
      close()
      const analyst = started(host, placeOf(opened, host))
      current = { opened, analyst }
      void analyst.then((ready) => ready.onChange(changed)).catch(() => {})
      return analyst
    },
    notice: () => {
      void current?.analyst.then((analyst) => analyst.notice()).catch(() => {})
    },
    close,
  }
}

async function started(host: Host, place: AnalysisPlace): Promise<Analyst> {
  if (host.startAnalyst !== undefined) return host.startAnalyst(place)
  const { createAnalyst } = await import('../engine/analysis/analyst')
  return createAnalyst(place)
}

/** A surface without a folder of its own keeps the index, which can be made again, with the system's temporary files. */
function placeOf({ root, database }: OpenWorkspace, { userData }: Host): AnalysisPlace {
  return { root, database, userData: userData ?? join(tmpdir(), 'cmos-desk-index') }
}
