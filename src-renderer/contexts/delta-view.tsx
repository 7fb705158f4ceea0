import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatCounted } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import type { Comparison } from './comparison'
import css from './delta-view.module.css'
import type { Compared, ShownDifference, WordRun } from './document-work'
import { contextQuery, workerQuery } from './use-document'

const AT_FIRST = 40
const MORE = 100

interface DeltaViewProps {
  id: string
  comparison: Comparison
  /** Whether every snapshot is known. */
  complete: boolean
  onMore: () => void
}

/** Two versions of a context side by side, or why there are none. */
export function DeltaView({ id, comparison, complete, onMore }: DeltaViewProps) {
  const waits = 'missing' in comparison && comparison.missing === 'first' && !complete
  useEffect(() => {
    if (waits) onMore()
  }, [waits, onMore])
  if (waits) return <Waiting />
  if ('missing' in comparison) return <Missing reason={comparison.missing} />
  return <Versions key={`${comparison.from} ${comparison.to}`} id={id} {...comparison} />
}

function Missing({ reason }: { reason: 'first' | 'pruned' | 'same' }) {
  if (reason === 'pruned') {
    return (
      <EmptyState title="Only its hash is left">
        Another program removed this snapshot’s text to save space. Choose another one.
      </EmptyState>
    )
  }
  if (reason === 'same') {
    return <EmptyState title="This is the base">Choose another snapshot to compare it with this one.</EmptyState>
  }
  return <EmptyState title="The first snapshot">Nothing older is kept to compare it with.</EmptyState>
}

function Waiting() {
  return (
    <div className={css.waiting}>
      <Skeleton rows={6} />
    </div>
  )
}

type Version = number | 'now'

function useVersion(id: string, version: Version) {
  return useQuery(contextQuery(id, version === 'now' ? undefined : version))
}

function Versions({ id, from, to }: { id: string; from: Version; to: Version }) {
  const before = useVersion(id, from)
  const after = useVersion(id, to)
  const work = useQuery({
    ...workerQuery('compare', [id, before.data?.hash, after.data?.hash], {
      before: before.data?.text ?? '',
      after: after.data?.text ?? '',
    }),
    enabled: before.data !== undefined && after.data !== undefined,
  })
  const error = before.error ?? after.error ?? work.error
  if (error) {
    return (
      <div className={css.waiting}>
        <InlineError error={error} />
      </div>
    )
  }
  return work.data ? <Delta compared={work.data} /> : <Waiting />
}

/** The changes, counted per section first, then each place with what stood there and what stands there. */
export function Delta({ compared }: { compared: Compared }) {
  if (compared.total === 0) {
    return <EmptyState title="The same">Both versions hold the same, whatever their spacing.</EmptyState>
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.scroll} tabIndex={0} aria-label={formatCounted(compared.total, 'change')}>
      <ul className={css.sections} aria-label="Sections that changed">
        {compared.sections.map(({ name, total }) => (
          <li key={name}>
            <a
              className={css.section}
              href={`#${anchorOf(name)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(anchorOf(name))?.scrollIntoView({ block: 'start' })
              }}
            >
              <span className="mono">{visibleText(name) || 'the whole document'}</span>
              <span className={css.count}>{total}</span>
            </a>
          </li>
        ))}
      </ul>
      {compared.sections.map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </section>
  )
}

function anchorOf(name: string): string {
  return `section-${encodeURIComponent(name)}`
}

function Section({ section }: { section: Compared['sections'][number] }) {
  const [shown, setShown] = useState(AT_FIRST)
  const { name, differences, total } = section
  return (
    <section className={css.group} id={anchorOf(name)} aria-label={`Changes in ${visibleText(name) || 'the document'}`}>
      <h4 className={css.heading}>
        <span className="mono">{visibleText(name) || 'the whole document'}</span>
        <span>{formatCounted(total, 'change')}</span>
      </h4>
      <ol className={css.list}>
        {differences.slice(0, shown).map((difference) => (
          <Difference key={difference.path} difference={difference} section={name} />
        ))}
      </ol>
      {differences.length > shown && (
        <Button kind="outline" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(MORE, differences.length - shown)} more of {total}
        </Button>
      )}
      {total > differences.length && shown >= differences.length && (
        <p className={css.rest}>and {formatCounted(total - differences.length, 'change')} more in this section</p>
      )}
    </section>
  )
}

function Difference({ difference, section }: { difference: ShownDifference; section: string }) {
  const { path, before, after, words } = difference
  const inner = path.slice(section.length).replace(/^\./, '')
  return (
    <li className={css.difference}>
      {inner !== '' && <code className={css.path}>{visibleText(inner)}</code>}
      {before !== null && <Side side="before" text={before} words={words} />}
      {after !== null && <Side side="after" text={after} words={words} />}
    </li>
  )
}

const SIGNS = { before: ['−', 'was'], after: ['+', 'is'] } as const

function Side({ side, text, words }: { side: 'before' | 'after'; text: string; words: readonly WordRun[] | null }) {
  const [sign, said] = SIGNS[side]
  const runs = words?.filter((run) => run.side === 'both' || run.side === side)
  return (
    <div className={css.side} data-side={side}>
      <span className={css.sign} aria-hidden>
        {sign}
      </span>
      <span className="sr-only">{said} </span>
      <div className={`${css.text} selectable`}>
        {runs === undefined
          ? visibleLines(text) || '""'
          : runs.map((run, index) =>
              run.side === 'both' ? (
                visibleLines(run.text)
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text have no other identity than their place
                <mark key={index} className={css.word}>
                  {visibleLines(run.text)}
                </mark>
              ),
            )}
      </div>
    </div>
  )
}
