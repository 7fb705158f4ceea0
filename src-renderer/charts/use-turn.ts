import { useEffect, useState } from 'react'

/** Charts that wait for their frame: five in one commit are a task of 280 ms, one a frame are five short ones. */
const waiting: (() => void)[] = []
let running = false

function pump(): void {
  const next = waiting.shift()
  if (next === undefined) {
    running = false
    return
  }
  next()
  requestAnimationFrame(() => setTimeout(pump))
}

/** False until it is this chart's turn to be built. */
export function useTurn(): boolean {
  const [mine, setMine] = useState(false)
  useEffect(() => {
    const turn = () => setMine(true)
    waiting.push(turn)
    if (!running) {
      running = true
      requestAnimationFrame(() => setTimeout(pump))
    }
    return () => {
      const at = waiting.indexOf(turn)
      if (at >= 0) waiting.splice(at, 1)
    }
  }, [])
  return mine
}
