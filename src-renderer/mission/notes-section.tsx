import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatCounted } from '../format'
import { SafeMarkdown } from '../markdown/safe-markdown'
import { visibleText } from '../markdown/visible-text'
import css from './case.module.css'
import { Fold } from './fold'

/** The notes of a mission, and those that later actions replaced. */
export function NotesSection({ notes, notesHistory }: Pick<MissionDetail, 'notes' | 'notesHistory'>) {
  if (!notes?.trim() && notesHistory.length === 0) return null
  return (
    <section>
      <h3 className={css.heading}>Notes</h3>
      {notes?.trim() && <SafeMarkdown text={notes} />}
      {notesHistory.length > 0 && (
        <Fold title={formatCounted(notesHistory.length, 'earlier note')}>
          <ol>
            {notesHistory.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: replaced notes may repeat and have no other identity
              <li key={index}>
                <p className={css.none}>{entry.at === null ? 'Replaced at an unknown time' : visibleText(entry.at)}</p>
                <SafeMarkdown text={entry.notes} />
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </section>
  )
}
