import { useEffect, useState } from 'react'
import { askWorker } from './ask-worker'
import type { Checked } from './document-work'

const PAUSE = 160

export interface CheckState extends Checked {
  /** What was typed last is not checked yet. */
  readonly pending: boolean
}

/** Checks what is being typed when typing pauses; `asContext`: whether it must be an object. */
export function useCheck(text: string, asContext: boolean): CheckState {
  const [checked, setChecked] = useState<{ text: string; result: Checked } | null>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const result = await askWorker('check', { text, asContext })
      if (current) setChecked({ text, result })
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text, asContext])
  return {
    problem: checked?.result.problem ?? null,
    sizeKb: checked?.result.sizeKb ?? 0,
    pending: checked?.text !== text,
  }
}
