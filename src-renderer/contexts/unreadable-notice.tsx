import { TriangleAlert } from 'lucide-react'
import type { Problem } from './document-work'
import css from './unreadable-notice.module.css'

/** Why a stored text is only shown, and where it stops being JSON. */
export function UnreadableNotice({ fault, problem }: { fault: string; problem: Problem | null }) {
  return (
    <div className={css.notice} role="status">
      <TriangleAlert size={14} aria-hidden />
      <p className="selectable">
        {problem === null ? fault : `Line ${problem.line}, column ${problem.column}: ${problem.sentence}.`} It is shown
        as it is stored, and not edited here, so that nothing of it is lost. A snapshot from its history can be put
        back.
      </p>
    </div>
  )
}
