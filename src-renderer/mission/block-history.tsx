import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatCounted } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import list from './block-history.module.css'
import css from './case.module.css'
import { Fold } from './fold'

/** Former blocks of a mission, so that a need that keeps coming back is seen. */
export function BlockHistory({ history }: { history: MissionDetail['blockHistory'] }) {
  if (history.length === 0) return null
  return (
    <section>
      <h3 className={css.heading}>
        Blocked before <span>{history.length === 1 ? 'once' : formatCounted(history.length, 'time')}</span>
      </h3>
      <Fold title="Show when and why">
        <ol className={list.blocks}>
          {history.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: former blocks have no other identity than their place
            <li key={index}>
              <Age since={block.at} />
              <div>
                <p>{visibleLines(block.reason ?? 'No reason was given.')}</p>
                {block.escalatedTo && <p className={css.none}>Escalated to {visibleText(block.escalatedTo)}</p>}
                {block.needs.length > 0 && <p className={css.none}>Needed {visibleLines(block.needs.join('; '))}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  )
}
