import css from './progress-bar.module.css'

interface ProgressBarProps {
  /** What it measures, for those who hear it. */
  label: string
  done: number
  /** Null while nobody can know: the bar then only says that work is going on. */
  total: number | null
}

/** How far something is; the figures stand beside it as text. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const known = total !== null && total > 0
  return (
    <progress className={css.bar} aria-label={label} {...(known && { value: Math.min(done, total), max: total })} />
  )
}
