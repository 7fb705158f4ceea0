import type { ContextHealth, ContextSummary } from '../../src-main/domain/context'

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

const STANDINGS: Readonly<Record<ContextHealth, string | null>> = {
  ok: null,
  near_limit: 'near its limit',
  over_limit: 'over its limit',
  unreadable: 'not readable',
}

/** `118.3 KB`, `5.2 MB` */
export function formatKb(kb: number): string {
  return kb < 1_024 ? `${figures.format(kb)} KB` : `${figures.format(kb / 1_024)} MB`
}

/** A context's size against its limit, and what to make of it. */
export function sizeWords({ sizeKb, limitKb, health }: Pick<ContextSummary, 'sizeKb' | 'limitKb' | 'health'>): {
  readonly figure: string
  readonly standing: string | null
} {
  return { figure: `${formatKb(sizeKb)} of ${formatKb(limitKb)}`, standing: STANDINGS[health] }
}
