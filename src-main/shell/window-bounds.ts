import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import * as z from 'zod/mini'
import { replaceFile } from '../engine/files/atomic-file'

export const SMALLEST = { width: 960, height: 600 }
const FIRST = { width: 1440, height: 900 }
const stored = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })

/** Where the window stood last time, as far as that place still exists on some screen. */
export function rememberedBounds(userData: string): { bounds: Partial<Rectangle>; maximized: boolean } {
  try {
    const { maximized, ...bounds } = z.parse(stored, JSON.parse(readFileSync(fileIn(userData), 'utf8')))
    return visible(bounds) ? { bounds, maximized } : { bounds: FIRST, maximized }
  } catch {
    return { bounds: FIRST, maximized: false }
  }
}

/** Remembers where the window stands when it closes. */
export function rememberBounds(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    try {
      const value = { ...window.getNormalBounds(), maximized: window.isMaximized() }
      replaceFile(fileIn(userData), `${JSON.stringify(value)}\n`)
    } catch {
      // Not remembering a place is no reason to keep a window from closing.
    }
  })
}

/** A title bar that can be grasped: some of its width lies on a screen. */
function visible({ x, y, width, height }: Rectangle): boolean {
  if (width < SMALLEST.width || height < SMALLEST.height) return false
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlap = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return overlap >= 100 && y >= workArea.y - 10 && y < workArea.y + workArea.height - 40
  })
}

function fileIn(userData: string): string {
  return join(userData, 'window.json')
}
