import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowDownWideNarrow } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BlockKind } from '../../src-main/domain/block'
import { formatCount, formatCounted } from '../format'
import { BLOCK_CHOICES } from '../mission/dialog-rules'
import { announce } from '../parts/announce'
import { InlineError } from '../parts/inline-error'
import { Segments } from '../parts/segments'
import { Select } from '../parts/select'
import { Skeleton } from '../parts/skeleton'
import { focusIsLost, stopAfter } from '../parts/stops'
import { useGo, usePlace } from '../shell/place'
import { useActionTargets } from '../shell/targets'
import { TopBar } from '../shell/top-bar'
import { NothingBlocked } from './nothing-blocked'
import { SnoozedLine } from './snoozed-line'
import { TriageCase } from './triage-case'
import { TriageList } from './triage-list'
import { triageQueue } from './triage-queue'
import { type Chosen, chosenIndex } from './triage-selection'
import { type TriageTab, TriageTabs } from './triage-tabs'
import css from './triage-view.module.css'

const ORDERS = [
  { value: 'score', label: 'Most held' },
  { value: 'wait', label: 'Longest wait' },
  { value: 'held', label: 'Most holding' },
] as const
type Order = (typeof ORDERS)[number]['value']

const ANY = 'any'
const KINDS: readonly { value: BlockKind | typeof ANY; label: string }[] = [
  { value: ANY, label: 'Any kind' },
  ...BLOCK_CHOICES.map(({ kind, label }) => ({ value: kind, label })),
]

const NONE: readonly never[] = []

function summary({ people, waits, held }: { people: number; waits: number; held: number }): string {
  const stuck = people + waits
  if (stuck === 0) return 'nothing is stuck'
  return held === 0 ? `${formatCount(stuck)} stuck` : `${formatCount(stuck)} stuck, holding ${formatCount(held)} more`
}

/** When the last case leaves, the focus it had goes to what leads on, and that is said; null while the queue is loading. */
function useLastCaseGone(count: number | null, snoozed: number): void {
  const before = useRef(0)
  useEffect(() => {
    if (count === null) return
    const gone = before.current > 0 && count === 0 && focusIsLost()
    before.current = count
    if (!gone) return
    stopAfter(null)?.focus()
    announce(`Nothing is left here.${snoozed > 0 ? ` ${formatCounted(snoozed, 'case')} snoozed.` : ''}`)
  }, [count, snoozed])
}

/** What is stuck, worst first, and beside it the case that is being settled. */
export function TriageView() {
  const place = usePlace()
  const go = useGo()
  const [tab, setTab] = useState<TriageTab>('people')
  const [order, setOrder] = useState<Order>('score')
  const [kind, setKind] = useState<BlockKind | typeof ANY>(ANY)
  const [chosen, setChosen] = useState<Chosen>({ id: place.mission ?? null, index: 0 })
  const [snoozedShown, setSnoozedShown] = useState(false)
  const [snoozing, setSnoozing] = useState(false)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    triageQueue({ tab, order, ...(kind !== ANY && { kind }), ...(snoozedShown && { snoozed: true }) }),
  )
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? NONE, [data])
  const totals = data?.pages[0]
  const index = chosenIndex(rows, chosen)
  const row = rows[index]
  useActionTargets(useMemo(() => (row ? [{ id: row.card.id, status: row.card.status }] : NONE), [row]))
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  useLastCaseGone(data === undefined ? null : rows.length, totals?.snoozedCount ?? 0)
  const choose = (next: number) => setChosen({ id: rows[next]?.card.id ?? null, index: next })
  const open = () => row && go.view('board', { mission: row.card.id })
  const change = (set: () => void) => {
    set()
    setChosen({ id: null, index: 0 })
  }
  return (
    <>
      <TopBar title="Triage" subtitle={totals && summary(totals)}>
        <div className={css.kind}>
          <Select
            compact
            label="Kind of block"
            value={kind}
            options={KINDS}
            onChange={(next) => change(() => setKind(next))}
          />
        </div>
        <ArrowDownWideNarrow className={css.orderIcon} size={14} aria-hidden />
        <Segments label="Order" value={order} options={ORDERS} onChange={(next) => change(() => setOrder(next))} />
      </TopBar>
      <div className={css.split} data-empty={data !== undefined && row === undefined}>
        <div className={css.list}>
          <TriageTabs tab={tab} counts={totals} onTab={(next) => change(() => setTab(next))}>
            {!data && (
              <div className={css.waiting}>
                {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
              </div>
            )}
            {data && rows.length === 0 && (
              <NothingBlocked tab={tab} filtered={kind !== ANY} onAll={() => change(() => setKind(ANY))} />
            )}
            {rows.length > 0 && (
              <TriageList
                key={`${tab} ${order} ${kind}`}
                rows={rows}
                index={index}
                label={tab === 'people' ? 'Missions that need a person' : 'Missions that wait for missions'}
                onChoose={choose}
                onOpen={open}
                onSnooze={() => setSnoozing(tab === 'people' && row?.snoozedUntil === null)}
                onMore={more}
              />
            )}
            {tab === 'people' && (
              <SnoozedLine
                count={totals?.snoozedCount ?? 0}
                shown={snoozedShown}
                onToggle={() => setSnoozedShown(!snoozedShown)}
              />
            )}
          </TriageTabs>
        </div>
        {row && (
          <TriageCase
            key={row.card.id}
            row={row}
            snooze={tab === 'people' ? { open: snoozing, onOpenChange: setSnoozing } : null}
            onOpen={open}
          />
        )}
      </div>
    </>
  )
}
