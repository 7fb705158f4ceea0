import { monotonic } from './monotonic'

/** Work cut into steps, none of which takes long; between two of them it may be set aside. */
export type Strides<T> = Generator<undefined, T, undefined>

/** How long work may go on before everybody else has a turn, in milliseconds. */
const LONGEST_TURN = 6

/** Does all of it at once: for programs that have nothing else to do. */
export function atOnce<T>(strides: Strides<T>): T {
  for (;;) {
    const step = strides.next()
    if (step.done) return step.value
  }
}

/** Does it with turns of the event loop in between, so that a window goes on answering; short work takes one turn. */
export async function inTurns<T>(strides: Strides<T>): Promise<T> {
  for (let begun = monotonic(), turns = 0; ; ) {
    const step = strides.next()
    if (step.done && turns === 0) return step.value
    if (step.done || monotonic() - begun >= LONGEST_TURN) {
      await turn()
      if (step.done) return step.value
      turns += 1
      begun = monotonic()
    }
  }
}

let last: Promise<void> = Promise.resolve()
let taken = 0

/** Runs work in a turn of its own when other such work was asked for at the same moment, as after every commit. */
export async function inLine<T>(work: () => T | Promise<T>): Promise<T> {
  const ahead = last
  let leave = () => {}
  last = new Promise((resolve) => {
    leave = resolve
  })
  taken += 1
  if (taken > 1) await ahead
  try {
    // Only what it does at once counts as its turn; work that waits for something holds nobody up.
    return work()
  } finally {
    setImmediate(() => {
      taken -= 1
      leave()
    })
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
