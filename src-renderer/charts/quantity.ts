/** What a number measures; null for a bare number. */
export type Unit = 'ms' | 's' | 'tokens' | 'bytes' | '%' | (string & {}) | null

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A value with its unit, as short as is honest: `850 ms`, `1.42 s`, `28.6M tokens`, `12.5 %`. */
export function formatQuantity(value: number, unit: Unit): string {
  if (unit === 'ms') return formatDuration(value)
  if (unit === 's') return formatDuration(value * SECOND)
  if (unit === 'bytes') return formatSize(value)
  if (unit === null) return formatNumber(value)
  return `${formatNumber(value)} ${unit}`
}

/** The same for an axis, where the subtitle names a long unit once. */
export function formatTick(value: number, unit: Unit): string {
  if (value === 0) return '0'
  if (unit === 'ms' || unit === 's' || unit === 'bytes') return formatQuantity(value, unit)
  return unit === '%' ? `${formatNumber(value)} %` : formatNumber(value)
}

/** `0.034`, `12.5`, `850`, `1,204`, `28.6M` */
export function formatNumber(value: number): string {
  const size = Math.abs(value)
  if (size >= 10_000) return short.format(value)
  return size >= 1_000 ? whole.format(value) : fine.format(value)
}

function formatDuration(milliseconds: number): string {
  const size = Math.abs(milliseconds)
  if (size < SECOND) return `${fine.format(milliseconds)} ms`
  if (size < 2 * MINUTE) return `${fine.format(milliseconds / SECOND)} s`
  if (size < 2 * HOUR) return `${fine.format(milliseconds / MINUTE)} min`
  return `${fine.format(milliseconds / HOUR)} h`
}

function formatSize(bytes: number): string {
  const size = Math.abs(bytes)
  if (size < 1e3) return `${fine.format(bytes)} B`
  if (size < 1e6) return `${fine.format(bytes / 1e3)} KB`
  if (size < 1e9) return `${fine.format(bytes / 1e6)} MB`
  return `${fine.format(bytes / 1e9)} GB`
}

/** Ticks from zero up to at least `max`, on steps of 1, 2, 2.5 or 5; whole numbers where only those occur. */
export function valueTicks(max: number, most = 4, whole = false): number[] {
  const raw = Math.max(max, whole ? 1 : Number.MIN_VALUE) / most
  const power = 10 ** Math.floor(Math.log10(raw))
  const found = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= raw * 0.999) ?? 10 * power
  const step = whole ? Math.max(1, Math.ceil(found)) : found
  const count = Math.max(1, Math.ceil(max / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}
