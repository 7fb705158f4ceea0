import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { RecordKind } from '../../src-main/domain/record'
import { formatCount } from '../format'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { SearchField } from '../parts/search-field'
import { Skeleton } from '../parts/skeleton'
import { RecordDetail } from './record-detail'
import { openRecordDialog } from './record-dialog-store'
import { RecordList } from './record-list'
import { recordPages } from './record-pages'
import { RECORD_WORDS } from './record-words'
import css from './records-pane.module.css'

const NONE: readonly never[] = []

/** One kind of what the project remembers: searched, newest first, with the chosen one in full beside it. */
export function RecordsPane({ kind, writable }: { kind: RecordKind; writable: boolean }) {
  const [words, setWords] = useState('')
  const [index, setIndex] = useState(0)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    recordPages(kind, words),
  )
  const records = useMemo(() => data?.pages.flatMap((page) => page.records) ?? NONE, [data])
  const first = data?.pages[0]
  const shelf = first?.shelves.find((one) => one.kind === kind)
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const { one, many, means } = RECORD_WORDS[kind]
  const chosen = Math.min(index, Math.max(0, records.length - 1))
  const record = records[chosen]
  const look = (next: string) => {
    setWords(next)
    setIndex(0)
  }
  return (
    <section className={css.pane} aria-label={many} data-region>
      <header className={css.head}>
        <h2 className={css.title}>{many}</h2>
        <span className={css.count}>{first && formatCount(first.total)}</span>
        <SearchField label={`Search ${many.toLowerCase()}`} clearLabel="Clear the search" onWords={look} />
        <span className={css.gap} />
        {kind !== 'session' && writable && shelf?.obstacle === null && (
          <Button kind="outline" onClick={() => openRecordDialog({ kind })}>
            <Plus size={13} aria-hidden />
            Add {one.toLowerCase()}
          </Button>
        )}
      </header>
      {first?.faults.map((fault) => (
        <p key={fault} className={css.fault} role="status">
          {fault}
        </p>
      ))}
      {kind !== 'session' && shelf && shelf.obstacle !== null && <p className={css.obstacle}>{shelf.obstacle}</p>}
      {!data && (
        <div className={css.waiting}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
        </div>
      )}
      {data && records.length === 0 && (
        <EmptyState
          title={
            words === ''
              ? `No ${many.toLowerCase()}${shelf?.kept === false ? '' : ' yet'}`
              : `0 ${many.toLowerCase()} match`
          }
        >
          {words === ''
            ? shelf?.kept === false
              ? 'This store has no place for them.'
              : means
            : `Nothing holds all of “${words}”.`}
        </EmptyState>
      )}
      {record && (
        <div className={css.split}>
          <RecordList
            records={records}
            total={first?.total ?? records.length}
            index={chosen}
            label={many}
            onChoose={setIndex}
            onMore={more}
          />
          <RecordDetail record={record} />
        </div>
      )}
    </section>
  )
}
