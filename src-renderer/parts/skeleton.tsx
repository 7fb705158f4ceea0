import css from './skeleton.module.css'

/** Rows that hold the place of something still loading; they appear only after 150 ms. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className={css.skeleton} role="status">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className={css.row} />
      ))}
    </div>
  )
}
