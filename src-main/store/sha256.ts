import { createHash } from 'node:crypto'

/** Up to here the loading of `node:crypto` takes longer than hashing without it. */
const LONGEST_OWN = 8_192
/** A process that hashes more often than a command does has loaded it before long. */
const MOST_OWN = 8
let own = 0
/** A block is sixteen words of four bytes. */
const BLOCK = 16
const START = constants(2, 8)
const ROUNDS = constants(3, 64)

/** The SHA-256 of a text's UTF-8 form, in hexadecimal. */
export function sha256(text: string): string {
  if (text.length > LONGEST_OWN || own === MOST_OWN) return createHash('sha256').update(text).digest('hex')
  own += 1
  return ownSha256(text)
}

/** The same without the library. */
export function ownSha256(text: string): string {
  const words = padded(text)
  const state = Int32Array.from(START)
  const schedule = new Int32Array(ROUNDS.length)
  for (let at = 0; at < words.length; at += BLOCK) {
    schedule.set(words.subarray(at, at + BLOCK))
    expand(schedule)
    compress(state, schedule)
  }
  return Buffer.from(state.buffer).swap32().toString('hex')
}

/** The text, a one bit, zeros, and the text's length in bits, as whole blocks of words. */
function padded(text: string): Int32Array {
  const size = Buffer.byteLength(text)
  const words = new Int32Array(Math.ceil((size + 9) / (BLOCK * 4)) * BLOCK)
  const bytes = Buffer.from(words.buffer)
  bytes.write(text)
  bytes[size] = 0x80
  bytes.writeUInt32BE(size * 8, bytes.length - 4)
  // The standard's words begin with their high byte; those of every machine Node runs on do not.
  bytes.swap32()
  return words
}

/** The first 32 bits of the fractions of the first primes' square or cube roots, as FIPS 180-4 defines the constants. */
function constants(root: 2 | 3, count: number): Int32Array {
  const found = new Int32Array(count)
  for (let candidate = 2, index = 0; index < count; candidate += 1) {
    if (!isPrime(candidate)) continue
    found[index] = ((root === 2 ? Math.sqrt(candidate) : Math.cbrt(candidate)) % 1) * 2 ** 32
    index += 1
  }
  return found
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) return false
  return true
}

// Rotations are spelled out below: the interpreter, which is all a short command sees, takes long over calls.

function expand(schedule: Int32Array): void {
  for (let word = BLOCK; word < schedule.length; word += 1) {
    const x = schedule[word - 15] ?? 0
    const y = schedule[word - 2] ?? 0
    const early = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const late = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    schedule[word] = (schedule[word - 16] ?? 0) + early + (schedule[word - 7] ?? 0) + late
  }
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let round = 0; round < schedule.length; round += 1) {
    const left = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const next = (h + left + ((e & f) ^ (~e & g)) + (ROUNDS[round] ?? 0) + (schedule[round] ?? 0)) | 0
    const right = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    h = g
    g = f
    f = e
    e = (d + next) | 0
    d = c
    c = b
    b = a
    a = (next + right + ((b & c) ^ (b & d) ^ (c & d))) | 0
  }
  const after = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < after.length; index += 1) state[index] = (state[index] ?? 0) + (after[index] ?? 0)
}
