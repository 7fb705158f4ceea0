import css from './value-bar.module.css'

interface ValueBarProps {
  /** From 0 to 1. */
  share: number
  tone?: 'plain' | 'warm'
}

/** A bar in a table cell; the figure stands beside it as text. */
export function ValueBar({ share, tone = 'plain' }: ValueBarProps) {
  return (
    <svg className={css.bar} data-tone={tone} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={css.track} width="100" height="6" />
      <rect className={css.value} width={Math.max(0, Math.min(1, share)) * 100} height="6" />
    </svg>
  )
}
