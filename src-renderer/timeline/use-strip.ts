import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import type { Density } from '../../src-main/domain/timeline/timeline'
import { PLOT } from './draw-strip'
import { bucketCount } from './strip-scale'

/** A shorter way of the pointer is a click. */
const LEAST_DRAG = 5
const FAR = 10

interface StripActs {
  readonly density: Density
  readonly cursor: number | null
  /** Buckets from and to which something is being selected. */
  readonly selected: readonly [number, number] | null
  readonly setSelected: (selected: readonly [number, number] | null) => void
  readonly onCursor: (bucket: number | null) => void
  readonly onJump: (at: number) => void
  readonly onZoom: (one: number, other: number) => void
}

/** Goes to the newest event of a bucket. */
function jumpTo({ density, onJump }: StripActs, bucket: number): void {
  onJump(density.range.from + (bucket + 1) * density.bucket - 1)
}

/** What the pointer does: it reads a bucket, draws a selection to zoom into, or clicks to go there. */
export function useStripPointer(frame: RefObject<HTMLElement | null>, acts: StripActs) {
  const begun = useRef<{ readonly x: number; readonly bucket: number } | null>(null)
  const bucketOf = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined) return 0
    const share = (event.clientX - box.left - PLOT.left) / (box.width - PLOT.left - PLOT.right)
    const count = bucketCount(acts.density)
    return Math.max(0, Math.min(count - 1, Math.floor(share * count)))
  }
  const end = () => {
    begun.current = null
    acts.setSelected(null)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      begun.current = { x: event.clientX, bucket: bucketOf(event) }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const bucket = bucketOf(event)
      acts.onCursor(bucket)
      const from = begun.current
      if (from !== null && Math.abs(event.clientX - from.x) >= LEAST_DRAG) acts.setSelected([from.bucket, bucket])
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = begun.current
      if (from === null) return
      if (Math.abs(event.clientX - from.x) >= LEAST_DRAG) acts.onZoom(from.bucket, bucketOf(event))
      else jumpTo(acts, from.bucket)
      end()
    },
    onPointerCancel: end,
    onPointerLeave: () => {
      if (begun.current === null) acts.onCursor(null)
    },
  }
}

/** What keys do: arrows move the mark, with Shift they select; Enter zooms into the selection, or goes to the mark. */
export function useStripKeys(acts: StripActs) {
  const { density, cursor, selected, setSelected, onCursor } = acts
  const last = bucketCount(density) - 1
  const at = Math.min(cursor ?? last, last)
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      PageDown: at + FAR,
      PageUp: at - FAR,
      Home: 0,
      End: last,
    }[event.key]
    if (wanted !== undefined) {
      const next = Math.max(0, Math.min(last, wanted))
      setSelected(event.shiftKey ? [selected?.[0] ?? at, next] : null)
      onCursor(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (selected === null) jumpTo(acts, at)
      else acts.onZoom(...selected)
      setSelected(null)
    } else if (event.key === 'Escape' && selected !== null) setSelected(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
