import { useQuery } from '@tanstack/react-query'
import type { ContextText } from '../../src-main/domain/context'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import css from './edit-notice.module.css'
import type { Base } from './save-document'
import { workerQuery } from './use-document'

interface EditNoticeProps {
  id: string
  base: Base
  /** The context as it is now. */
  now: ContextText | undefined
  /** What is typed was begun over an older version than the one that is shown. */
  older: boolean
  onAfresh: () => void
}

/** Says what others wrote since the edit began; shows nothing while nobody did. */
export function EditNotice({ id, base, now, older, onAfresh }: EditNoticeProps) {
  const changed = now !== undefined && now.hash !== base.hash
  const { data } = useQuery({
    ...workerQuery('compare', [id, base.hash, now?.hash], { before: base.text, after: now?.text ?? '' }),
    enabled: changed,
  })
  if (!changed || !data || data.total === 0) return null
  return (
    <div className={css.notice} role="status">
      <p>
        <strong>Changed meanwhile in {formatCounted(data.total, 'place')}.</strong> Saving joins that with what you
        typed, and asks about each place that both changed.
      </p>
      {older && (
        <Button kind="outline" onClick={onAfresh}>
          Start afresh
        </Button>
      )}
    </div>
  )
}
