import { writeSync } from 'node:fs'

const STDOUT = 1
const STDERR = 2

/** Writes to stdout; the streams of `process` would take longer to load than a short command takes to run. */
export function printOut(text: string): void {
  writeAll(STDOUT, text)
}

/** Writes to stderr. */
export function printError(text: string): void {
  writeAll(STDERR, text)
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // The reader went away, as `head` does: there is nobody left to tell.
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      // A pipe that is full and set to non-blocking by whoever made it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}
