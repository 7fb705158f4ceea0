/** Calls `work` at once, then at most once in `milliseconds`, and once more for what was asked in between. */
export function atMostEvery(milliseconds: number, work: () => void): () => void {
  let waiting: NodeJS.Timeout | null = null
  let askedAgain = false
  const run = () => {
    askedAgain = false
    work()
    waiting = setTimeout(() => {
      waiting = null
      if (askedAgain) run()
    }, milliseconds)
    waiting.unref()
  }
  return () => {
    askedAgain = true
    if (waiting === null) run()
  }
}
