import css from './spark-line.module.css'

const WIDTH = 112
const HEIGHT = 22

/** The parts of a line between gaps, as a path; zero lies at the bottom. */
export function sparkPath(values: readonly (number | null)[]): string {
  const most = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE)
  const step = WIDTH / Math.max(1, values.length - 1)
  let path = ''
  values.forEach((value, at) => {
    if (value === null) return
    const joined = at > 0 && values[at - 1] != null
    const [x, y] = [at * step, HEIGHT - 1.5 - (value / most) * (HEIGHT - 3)]
    path += `${joined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}${joined || values[at + 1] != null ? '' : 'h1'}`
  })
  return path
}

/** A week at a glance; its figures stand beside it in words. */
export function SparkLine({ values }: { values: readonly (number | null)[] }) {
  return (
    <svg className={css.spark} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={sparkPath(values)} />
    </svg>
  )
}
