import { type PointerEvent, useState } from 'react'
import { usePlotArea, useXAxisInverseScale } from 'recharts'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { usePanelScope } from './panel-scope'

/** A shorter way of the pointer is a click. */
const LEAST_DRAG = 6

interface ZoomLayerProps {
  onZoom: (range: TimeRange) => void
  /** A click: the time under it, and the series whose mark it hit. */
  onPick?: ((at: number, series: string | null) => void) | undefined
}

/** Drag across the plot to look closer. The range goes to the address and is asked for in finer buckets. */
export function ZoomLayer({ onZoom, onPick }: ZoomLayerProps) {
  const plot = usePlotArea()
  const timeAt = useXAxisInverseScale()
  const { setDragging } = usePanelScope()
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null)
  if (plot === undefined || timeAt === undefined) return null
  const place = ({ clientX, currentTarget }: PointerEvent<SVGElement>) => {
    const left = currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0
    return Math.max(plot.x, Math.min(plot.x + plot.width, clientX - left))
  }
  const end = () => {
    setDrawn(null)
    setDragging(false)
  }
  const finish = (event: PointerEvent<SVGElement>) => {
    if (drawn === null) return
    const [low, high] = [Math.min(...drawn), Math.max(...drawn)]
    if (high - low > LEAST_DRAG) onZoom({ from: Math.floor(Number(timeAt(low))), to: Math.ceil(Number(timeAt(high))) })
    else onPick?.(Number(timeAt(low)), seriesUnder(event))
    end()
  }
  const [low, high] = drawn === null ? [0, 0] : [Math.min(...drawn), Math.max(...drawn)]
  return (
    <g>
      <rect
        data-zoom
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="transparent"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrawn([place(event), place(event)])
        }}
        onPointerMove={(event) => {
          if (drawn === null) return
          setDrawn([drawn[0], place(event)])
          setDragging(true)
        }}
        onPointerUp={finish}
        onPointerCancel={end}
      />
      {high - low > LEAST_DRAG && (
        <rect
          pointerEvents="none"
          x={low}
          y={plot.y}
          width={high - low}
          height={plot.height}
          fill="var(--select)"
          stroke="var(--focus)"
          strokeWidth={1}
        />
      )}
    </g>
  )
}

/** The series whose mark lies under the pointer, by the class of its mark. */
function seriesUnder({ clientX, clientY }: PointerEvent<SVGElement>): string | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const name = element
      .closest('.mark')
      ?.getAttribute('class')
      ?.split(' ')
      .find((part) => part.startsWith('mark-'))
    if (name !== undefined) return name.slice('mark-'.length)
  }
  return null
}
