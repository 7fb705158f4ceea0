import { MessagesSquare, X } from 'lucide-react'
import type { PlanningSession } from '../../src-main/domain/timeline/timeline'
import { formatChartMoment } from '../charts/chart-time'
import { formatCounted } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { DetailFrame, Fact } from './detail-frame'
import css from './detail-frame.module.css'
import { formatElapsed } from './elapsed'

/** A planning session in full, with everything that was captured in it. */
export function SessionDetail({ session, onClose }: { session: PlanningSession; onClose: () => void }) {
  const { id, title, agent, status, startedAt, completedAt, summary, captures } = session
  const took = startedAt !== null && completedAt !== null ? `, took ${formatElapsed(completedAt - startedAt)}` : ''
  return (
    <DetailFrame label="Session" onClose={onClose}>
      <header className={css.head}>
        <MessagesSquare size={14} aria-hidden />
        <h2 className={css.title}>{visibleText(title ?? 'Session')}</h2>
        <span className={css.id}>{visibleText(id)}</span>
        <Button icon aria-label="Close the session" onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      {summary?.trim() && <p className={`${css.text} selectable`}>{visibleLines(summary)}</p>}
      <dl className={css.facts}>
        <Fact label="Started">{startedAt === null ? 'unknown' : formatChartMoment(startedAt)}</Fact>
        <Fact label="Ended">{completedAt === null ? 'not yet' : `${formatChartMoment(completedAt)}${took}`}</Fact>
        {agent !== null && <Fact label="Agent">{visibleText(agent)}</Fact>}
        {status !== null && <Fact label="Status">{visibleText(status)}</Fact>}
      </dl>
      <section>
        <h3 className={css.heading}>{formatCounted(captures.length, 'capture')}</h3>
        <ol className={`${css.captures} selectable`}>
          {captures.map(({ kind, text, at }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: captures have no identity but their place
            <li key={index}>
              <b>
                {visibleText(kind)}
                {at !== null && `, ${formatChartMoment(at)}`}
              </b>
              {visibleLines(text)}
            </li>
          ))}
        </ol>
      </section>
    </DetailFrame>
  )
}
