import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { ContextSnapshot } from '../../src-main/domain/context'
import { bridgeCommand } from '../bridge/bridge'
import { formatStored } from '../format'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Segments } from '../parts/segments'
import { Skeleton } from '../parts/skeleton'
import { useToast } from '../parts/use-toast'
import { type Against, comparisonOf, olderThan } from './comparison'
import { DeltaView } from './delta-view'
import css from './history-pane.module.css'
import { SnapshotDocument } from './snapshot-document'
import { SnapshotList } from './snapshot-list'
import { snapshotPages } from './snapshot-pages'
import { contextQuery } from './use-document'

const NONE: readonly never[] = []
const FACES = [
  { value: 'changes', label: 'Changes' },
  { value: 'whole', label: 'As it was' },
] as const
type Face = (typeof FACES)[number]['value']

function useSnapshots(id: string) {
  const pages = useInfiniteQuery(snapshotPages(id))
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const snapshots = useMemo(() => data?.pages.flatMap((page) => page.snapshots) ?? NONE, [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...pages, snapshots, total: data?.pages[0]?.total ?? 0, fault: data?.pages[0]?.fault ?? null, more }
}

/** How a context came about: every snapshot, what each changed, and the way back to it. */
export function HistoryPane({ id, writable }: { id: string; writable: boolean }) {
  const { snapshots, total, fault, more, data, error, refetch } = useSnapshots(id)
  const [chosen, setChosen] = useState<number | null>(null)
  const [base, setBase] = useState<number | null>(null)
  const [against, setAgainst] = useState<Against>('before')
  const [face, setFace] = useState<Face>('changes')
  const snapshot = snapshots.find((one) => one.id === chosen) ?? snapshots[0]
  if (!data) {
    return (
      <div className={css.waiting}>
        {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
      </div>
    )
  }
  if (snapshot === undefined) {
    return <EmptyState title="No snapshots yet">One is kept whenever this context is written from here on.</EmptyState>
  }
  const pin = (next: number) => {
    setBase(base === next ? null : next)
    setAgainst(base === next ? 'before' : 'base')
    announce(base === next ? 'No longer compared with' : `Comparing others with snapshot ${next}`)
  }
  return (
    <div className={css.split}>
      <SnapshotList
        snapshots={snapshots}
        total={total}
        fault={fault}
        chosen={snapshot.id}
        base={base}
        onChoose={setChosen}
        onPin={pin}
        onMore={more}
      />
      <section className={css.detail} aria-label={`Snapshot ${snapshot.id}`} data-region>
        <header className={css.head}>
          <div className={css.words}>
            <h3 className={css.title}>
              Snapshot <span className="mono">{snapshot.id}</span>
            </h3>
            <p className={css.when}>{formatStored(snapshot.at)}</p>
          </div>
          <Segments label="Show" value={face} options={FACES} onChange={setFace} />
          {face === 'changes' && (
            <Segments label="Compared with" value={against} options={againstOptions(base)} onChange={setAgainst} />
          )}
          <span className={css.gap} />
          {writable && <RestoreButton id={id} snapshot={snapshot} />}
        </header>
        {face === 'whole' ? (
          <SnapshotDocument id={id} snapshot={snapshot} />
        ) : (
          <DeltaView
            id={id}
            comparison={comparisonOf(snapshot, against, { base, older: olderThan(snapshots, snapshot) })}
            complete={snapshots.length >= total}
            onMore={more}
          />
        )}
      </section>
    </div>
  )
}

function againstOptions(base: number | null): readonly { readonly value: Against; readonly label: string }[] {
  return [
    { value: 'before', label: 'The one before' },
    { value: 'now', label: 'Now' },
    ...(base === null ? [] : [{ value: 'base' as const, label: `Snapshot ${base}` }]),
  ]
}

/** Writes what a snapshot kept once more; it can be taken back like everything else. */
function RestoreButton({ id, snapshot }: { id: string; snapshot: ContextSnapshot }) {
  const toast = useToast()
  const { data: now } = useQuery(contextQuery(id, undefined))
  const { mutate, isPending } = useMutation({
    ...bridgeCommand('contexts.restore'),
    onSuccess: (receipt) => {
      const said = receipt.changed ? receipt.summary : 'The context holds exactly that already'
      if (receipt.changed) toast.done(said, receipt)
      else toast.say(said)
      announce(said)
    },
    onError: toast.refused,
  })
  return (
    <Button
      kind="outline"
      disabled={isPending || snapshot.pruned || now === undefined}
      title="Written as a new version; what stands there now stays in the history"
      onClick={() => now && mutate({ id, snapshot: snapshot.id, expect: now.hash })}
    >
      <RotateCcw size={13} aria-hidden />
      Restore
    </Button>
  )
}
