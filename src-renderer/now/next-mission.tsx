import { Play } from 'lucide-react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { openDialog } from '../mission/mission-dialogs'
import { MissionLink } from '../mission/mission-link'
import { Button } from '../parts/button'
import { MissionWords } from '../parts/mission-words'
import { StatusGlyph } from '../parts/status-glyph'
import css from './next-mission.module.css'
import rows from './now-rows.module.css'

/** What would be worked on next. */
export function NextMission({ next, writable }: { next: MissionCard | null; writable: boolean }) {
  return (
    <section aria-labelledby="next">
      <h2 id="next" className={rows.heading}>
        Next
      </h2>
      {next === null ? (
        <p className={rows.none}>Nothing is queued.</p>
      ) : (
        <div className={css.next} data-mission={next.id}>
          <MissionLink id={next.id} className={`${rows.row} ${css.link}`}>
            <StatusGlyph status={next.status} labelled />
            <MissionWords mission={next} quiet>
              {next.waitsForCount > 0 && `waits for ${formatCounted(next.waitsForCount, 'mission')}`}
            </MissionWords>
          </MissionLink>
          {writable && (
            <Button kind="outline" onClick={() => openDialog('start', [next.id])}>
              <Play size={13} aria-hidden />
              Start
              <span className="sr-only"> {visibleText(next.id)}</span>
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
