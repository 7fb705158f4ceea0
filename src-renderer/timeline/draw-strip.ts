import type { Density } from '../../src-main/domain/timeline/timeline'
import { formatTimeTick, timeTicks } from '../charts/chart-time'
import { formatCount } from '../format'
import { bucketCount, KINDS, type Kind, scaleTop } from './strip-scale'

export type StripColors = Readonly<Record<Kind | 'grid' | 'text', string>>

/** Where the bars stand in the canvas: room for the scale at the left and for the times below. */
export const PLOT = { left: 44, right: 12, top: 8, bottom: 20 } as const
/** A tick of the time axis needs this much room. */
const TICK_ROOM = 96
const FONT = '11px "Geist Variable", system-ui, sans-serif'

interface Size {
  readonly width: number
  readonly height: number
}

/** Draws the buckets to scale: bars stacked from the ground, a line at the top of the scale, round times below. */
export function drawStrip(context: CanvasRenderingContext2D, density: Density, size: Size, colors: StripColors): void {
  const { width, height } = size
  context.clearRect(0, 0, width, height)
  context.font = FONT
  drawScale(context, density, size, colors)
  drawBars(context, density, size, colors)
  drawTimes(context, density, size, colors)
}

function drawScale(context: CanvasRenderingContext2D, density: Density, size: Size, colors: StripColors): void {
  const ground = size.height - PLOT.bottom
  context.fillStyle = colors.grid
  context.fillRect(PLOT.left, PLOT.top, size.width - PLOT.left - PLOT.right, 1)
  context.fillRect(PLOT.left, ground, size.width - PLOT.left - PLOT.right, 1)
  context.fillStyle = colors.text
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.fillText(formatCount(scaleTop(density)), PLOT.left - 8, PLOT.top + 3)
  context.fillText('0', PLOT.left - 8, ground - 2)
}

function drawBars(context: CanvasRenderingContext2D, density: Density, size: Size, colors: StripColors): void {
  const count = bucketCount(density)
  const step = (size.width - PLOT.left - PLOT.right) / count
  const bar = Math.max(1, step > 3 ? step - 1 : step)
  const ground = size.height - PLOT.bottom
  const perEvent = (ground - PLOT.top) / scaleTop(density)
  for (let at = 0; at < count; at += 1) {
    let top = ground
    for (const kind of KINDS) {
      const events = density[kind][at] ?? 0
      if (events === 0) continue
      // One event among thousands is thinner than a pixel, and must not vanish.
      const tall = Math.max(1, events * perEvent)
      context.fillStyle = colors[kind]
      context.fillRect(PLOT.left + at * step, top - tall, bar, tall)
      top -= tall
    }
  }
}

function drawTimes(context: CanvasRenderingContext2D, density: Density, size: Size, colors: StripColors): void {
  const { from, to } = density.range
  const width = size.width - PLOT.left - PLOT.right
  const ground = size.height - PLOT.bottom
  context.textBaseline = 'alphabetic'
  for (const tick of timeTicks({ from, to }, Math.max(2, Math.floor(width / TICK_ROOM)))) {
    const x = PLOT.left + ((tick - from) / (to - from)) * width
    context.fillStyle = colors.grid
    context.fillRect(x, ground, 1, 4)
    context.fillStyle = colors.text
    context.textAlign = x - PLOT.left < 20 ? 'left' : x > size.width - PLOT.right - 20 ? 'right' : 'center'
    context.fillText(formatTimeTick(tick, density.range), x, size.height - 4)
  }
}
