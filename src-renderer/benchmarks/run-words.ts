import type { RunOfMetric } from '../../src-main/domain/benchmarks/benchmark-overview'
import { formatMoment } from '../format'
import { visibleText } from '../markdown/visible-text'

type Run = Pick<RunOfMetric, 'id' | 'at' | 'label' | 'commit'>

/** A run by when it ran and what it is called: `Nov 20, 2026, 14:02, bench-020, 3f2a91c0` */
export function runWords({ id, at, label, commit }: Run): string {
  const parts = [
    at === null ? 'undated' : formatMoment(at),
    label && visibleText(label),
    commit?.slice(0, 8),
    id > 0 && `run ${id}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** Where a run stands before and after a step, as far as it is known: only what is new is worth a line. */
export interface RunDifference {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly same: boolean
}

/** What differs between the last good run and the first bad one. */
export function runDifferences(before: RunOfMetric, after: RunOfMetric): RunDifference[] {
  const rows: readonly (readonly [string, string | null, string | null])[] = [
    ['Ran', before.at === null ? null : formatMoment(before.at), after.at === null ? null : formatMoment(after.at)],
    ['Commit', before.commit?.slice(0, 12) ?? null, after.commit?.slice(0, 12) ?? null],
    ['Branch', before.branch, after.branch],
    ['Machine', before.machine, after.machine],
    ['Name', before.label, after.label],
    ['From', before.source, after.source],
  ]
  return rows.flatMap(([name, left, right]) => {
    if (left === null && right === null) return []
    const [from, to] = [visibleText(left ?? 'not said'), visibleText(right ?? 'not said')]
    return [{ name, before: from, after: to, same: from === to }]
  })
}

/** The last run before the step that a verdict is about, and the first after it; null while nothing moved. */
export function aroundStep(
  history: readonly RunOfMetric[],
  since: number | null,
): { readonly good: RunOfMetric; readonly bad: RunOfMetric } | null {
  const good = since === null ? undefined : history[since - 1]
  const bad = since === null ? undefined : history[since]
  return good === undefined || bad === undefined ? null : { good, bad }
}
