import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Density, TimeRange } from '../../src-main/domain/timeline/timeline'
import { formatBucket, formatRange } from '../charts/chart-time'
import { formatCount, formatCounted } from '../format'
import css from './density-strip.module.css'
import { drawStrip, PLOT, type StripColors } from './draw-strip'
import { useListWindow } from './list-window'
import { bucketCount, inBucket, KIND_WORDS, KINDS, spanOf } from './strip-scale'
import { useStripKeys, useStripPointer } from './use-strip'

interface DensityStripProps {
  density: Density
  /** The bucket under the pointer or the keyboard's mark; null for none. */
  cursor: number | null
  onCursor: (bucket: number | null) => void
  onZoom: (range: TimeRange) => void
  onBack: () => void
  /** Go to the events at or before this instant. */
  onJump: (at: number) => void
  /** How wide the plot is, so that as many buckets are asked for as it can show. */
  onWidth: (pixels: number) => void
  colors: StripColors
}

/** What a bucket holds, in words. */
export function bucketWords(density: Density, at: number): string {
  const total = inBucket(density, at)
  const parts = KINDS.filter((kind) => (density[kind][at] ?? 0) > 0).map(
    (kind) => `${formatCount(density[kind][at] ?? 0)} ${KIND_WORDS[kind].toLowerCase()}`,
  )
  const when = formatBucket(density.range.from + at * density.bucket, density.bucket)
  return total === 0 ? `${when}: no events` : `${when}: ${formatCounted(total, 'event')}, ${parts.join(', ')}`
}

/** The part of the strip that the list below shows. */
function WindowMark({ range }: { range: TimeRange }) {
  const shown = useListWindow()
  if (shown === null) return null
  const share = (at: number) => Math.max(0, Math.min(1, (at - range.from) / (range.to - range.from)))
  const [from, to] = [share(shown.from), share(shown.to)]
  return (
    <rect
      className={css.window}
      x={`${from * 100}%`}
      width={`${Math.max(0.15, (to - from) * 100)}%`}
      y="0"
      height="100%"
    />
  )
}

/** Events over time, drawn to scale. Dragging looks closer, a click goes there in the list. */
export function DensityStrip({
  density,
  cursor,
  onCursor,
  onZoom,
  onBack,
  onJump,
  onWidth,
  colors,
}: DensityStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame, onWidth)
  const [selected, setSelected] = useState<readonly [number, number] | null>(null)
  const acts = {
    density,
    cursor,
    selected,
    setSelected,
    onCursor,
    onJump,
    onZoom: (one: number, other: number) => onZoom(spanOf(density, one, other)),
  }
  const pointer = useStripPointer(frame, acts)
  const onKeyDown = useStripKeys(acts)
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || size === null) return
    const ratio = window.devicePixelRatio
    element.width = Math.round(size.width * ratio)
    element.height = Math.round(size.height * ratio)
    context.scale(ratio, ratio)
    drawStrip(context, density, size, colors)
  }, [density, size, colors])
  const count = bucketCount(density)
  const shown = cursor === null ? count - 1 : Math.min(cursor, count - 1)
  const marks = selected ?? (cursor === null ? null : ([cursor, cursor] as const))
  return (
    <div
      ref={frame}
      className={css.strip}
      role="slider"
      tabIndex={0}
      data-strip
      aria-label="Place in time"
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={shown}
      aria-valuetext={selected ? `selected ${formatRange(spanOf(density, ...selected))}` : bucketWords(density, shown)}
      aria-describedby="strip-help"
      onKeyDown={onKeyDown}
      onDoubleClick={onBack}
      {...pointer}
    >
      <canvas ref={canvas} className={css.canvas} />
      {size !== null && (
        <svg
          className={css.overlay}
          x={PLOT.left}
          width={size.width - PLOT.left - PLOT.right}
          height={size.height - PLOT.bottom - PLOT.top}
          aria-hidden="true"
        >
          <WindowMark range={density.range} />
          {marks !== null && (
            <rect
              className={selected === null ? css.cursor : css.selection}
              x={`${(Math.min(...marks) / count) * 100}%`}
              width={`${((Math.abs(marks[1] - marks[0]) + 1) / count) * 100}%`}
              y="0"
              height="100%"
            />
          )}
        </svg>
      )}
    </div>
  )
}

/** The size of an element as it is laid out; tells how wide the plot in it is. */
function useSize(frame: { readonly current: HTMLElement | null }, onWidth: (pixels: number) => void) {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight })
      onWidth(element.clientWidth - PLOT.left - PLOT.right)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, onWidth])
  return size
}
