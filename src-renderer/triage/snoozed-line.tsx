import { AlarmClock } from 'lucide-react'
import { formatCount } from '../format'
import css from './snoozed-line.module.css'

interface SnoozedLineProps {
  count: number
  shown: boolean
  onToggle: () => void
}

/** How many cases are left alone for now; pressed, they are listed after the others and can be woken. */
export function SnoozedLine({ count, shown, onToggle }: SnoozedLineProps) {
  if (count === 0) return null
  return (
    <button type="button" className={css.line} data-last-stop aria-pressed={shown} onClick={onToggle}>
      <AlarmClock size={13} aria-hidden />
      {formatCount(count)} snoozed
      <span className={css.hint} aria-hidden>
        {shown ? 'hide' : 'show'}
      </span>
    </button>
  )
}
