const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, l: 1, ArrowLeft: -1, h: -1 }
const ROWS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 3, PageUp: -3 }

/** Where a key leads in a grid that is filled row by row; null for a key that leads nowhere. */
export function movedInGrid(key: string, index: number, count: number, columns: number): number | null {
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = STEPS[key] ?? (ROWS[key] ?? 0) * columns
  if (step === 0) return null
  if (index < 0) return 0
  return Math.max(0, Math.min(count - 1, index + step))
}
