/** Two runs beside each other; `before` null stands for the baselines. */
export interface ComparedRuns {
  readonly before: number | null
  readonly after: number
}

const WORDS = /^(baseline|-?\d{1,16})\.\.(-?\d{1,16})$/

/** The comparison that the address names; null when it names none. */
export function comparedRuns(text: string | undefined): ComparedRuns | null {
  const [, before, after] = WORDS.exec(text ?? '') ?? []
  if (before === undefined || after === undefined) return null
  return { before: before === 'baseline' ? null : Number(before), after: Number(after) }
}

/** The same as a word for the address. */
export function comparison(before: number | null, after: number): string {
  return `${before ?? 'baseline'}..${after}`
}
