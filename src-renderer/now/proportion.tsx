import css from './proportion.module.css'

interface Part {
  readonly status: string
  readonly count: number
}

/** How a whole is made up, as a thin ribbon; the numbers stand beside it, so it is silent to screen readers. */
export function Proportion({ parts }: { parts: readonly Part[] }) {
  return (
    <svg className={css.ribbon} height="6" width="100%" aria-hidden="true" preserveAspectRatio="none">
      <rect className={css.rest} width="100%" height="6" />
      {spans(parts).map(({ status, from, size }) => (
        <rect key={status} data-status={status} className={css.part} x={`${from}%`} width={`${size}%`} height="6" />
      ))}
    </svg>
  )
}

function spans(parts: readonly Part[]) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0)
  let from = 0
  return parts
    .filter((part) => part.count > 0)
    .map(({ status, count }) => {
      const size = (count / whole) * 100
      const span = { status, from, size }
      from += size
      return span
    })
}
