import { type RefObject, useLayoutEffect, useState } from 'react'
import type { StripColors } from './draw-strip'
import { KINDS } from './strip-scale'

const TONES = [...KINDS, 'grid', 'text'] as const

/**
 * The colours that a canvas cannot read from the tokens by itself: the colour of each element in `probe` that is marked
 * with a tone, read again when the theme changes.
 */
export function useStripColors(probe: RefObject<HTMLElement | null>): StripColors | null {
  const [colors, setColors] = useState<StripColors | null>(null)
  useLayoutEffect(() => {
    const read = () => {
      const of = (tone: string) => {
        const element = probe.current?.querySelector(`[data-tone="${tone}"]`)
        return element ? getComputedStyle(element).color : ''
      }
      const [blocks = '', completes = '', starts = '', others = '', grid = '', text = ''] = TONES.map(of)
      setColors({ blocks, completes, starts, others, grid, text })
    }
    read()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    dark.addEventListener('change', read)
    return () => {
      observer.disconnect()
      dark.removeEventListener('change', read)
    }
  }, [probe])
  return colors
}
