import { type KeyboardEvent, useCallback } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Lets arrows, J and K, Home and End move the focus between the rows of a list, which carry `data-row`. */
export function useRowKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const inside = (row: HTMLElement) => row.closest('li')?.contains(document.activeElement) ?? false
    const index = rows.findIndex(inside)
    const step = STEPS[event.key]
    const wanted = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : step && index + step
    const row = wanted === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, wanted))]
    if (row === undefined) return
    event.preventDefault()
    row.focus()
  }, [])
}
