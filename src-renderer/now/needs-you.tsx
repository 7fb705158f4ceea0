import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Output } from '../../src-main/contract/contract'
import type { AttentionItem } from '../../src-main/domain/attention'
import { filterTerm } from '../../src-main/domain/mission-filter'
import { formatAgeLong, formatCount } from '../format'
import { useNow } from '../parts/clock'
import { AttentionRow } from './attention-row'
import { attentionKey, headline, oldestWait } from './attention-words'
import css from './needs-you.module.css'
import { RegressionLine } from './regression-line'
import { useRowKeys } from './use-row-keys'

/** More rows than a screen holds would only push the rest of the view away. */
const MOST_ROWS = 9

interface NeedsYouProps {
  items: readonly AttentionItem[]
  count: number
  writable: boolean
  /** Said when nothing needs a person. */
  calm: string
  /** Not known yet while trends are worked out. */
  regressions: Output<'benchmarks.open'> | undefined
}

/** What wants a person, worst first. The first row has the focus from the start, so that Enter and U act on it. */
export function NeedsYou({ items, count: missions, writable, calm, regressions }: NeedsYouProps) {
  const list = useRef<HTMLUListElement>(null)
  const keys = useRowKeys()
  const shown = items.slice(0, MOST_ROWS)
  const count = missions + (regressions?.count ?? 0)
  const rest = missions - shown.length
  const oldest = oldestWait(items, useNow())
  useEffect(() => {
    // Whoever already moved into the page keeps the focus.
    const active = document.activeElement
    if (active === null || active === document.body || active.matches('main')) {
      list.current?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <section aria-labelledby="needs-you">
      <header className={css.head}>
        <h2 id="needs-you" className={css.title} data-warm={count > 0}>
          {count === 0 ? (
            headline(count)
          ) : (
            <Link to="/triage" search={{}}>
              {headline(count)}
            </Link>
          )}
        </h2>
        {oldest !== null && <span className={css.oldest}>oldest waits {formatAgeLong(oldest)}</span>}
        {count === 0 && <span className={css.oldest}>{calm}</span>}
      </header>
      {items.length > 0 && (
        <ul ref={list} className={css.list} onKeyDown={keys}>
          {shown.map((item) => (
            <AttentionRow key={attentionKey(item)} item={item} writable={writable} />
          ))}
        </ul>
      )}
      <RegressionLine open={regressions} />
      {rest > 0 && (
        <p className={css.more}>
          {formatCount(rest)} more:{' '}
          <Link to="/triage" search={{}}>
            blocked, in Triage
          </Link>
          {', '}
          <Link to="/board" search={{ filter: filterTerm('is', 'stale') }}>
            silent, on the board
          </Link>
        </p>
      )}
    </section>
  )
}
