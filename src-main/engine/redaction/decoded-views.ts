import { MARKS } from './mark'
import { plainView, type Replaced, rewritten, type TextView } from './text-view'

const ASCII = /^[\t\n\r\x20-\x7f]*$/
/** Characters that show nothing and could stand between the letters of a secret; a line's end is not one of them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t\n\r])\p{Cc}/u
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g
const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const PERCENT = /(?:%[0-9a-fA-F]{2})+/g
const LINE_BREAK = /(?<=[\w+/=.-])\\?\r?\n[ \t]{0,40}(?=[\w+/=.-])/g
/** Long enough for a secret; a long code may be folded into lines of at least 60 characters. */
const BASE64 = /(?:[A-Za-z0-9+/_-]{60,200}\r?\n){0,2000}[A-Za-z0-9+/_-]{20,1000000}={0,2}/g
const READABLE = /[\t\n\r\x20-\x7e]{12,}/g
const GROUP = 4

/** Full-width letters read as letters, without what cannot be seen, and without the marks we have set already. */
export function normalised(text: string): TextView {
  const view = readAs(plainView(text), MARKS, () => '\n') ?? plainView(text)
  if (ASCII.test(view.text)) return view
  return rewritten(view, differingLetters(view.text))
}

/** JSON's escapes read as what they stand for; null when there are none. */
export function unescaped(view: TextView): TextView | null {
  return readAs(view, ESCAPE, ([whole, code, short]) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return SHORT_ESCAPES[short ?? ''] ?? short ?? whole
  })
}

/** Percent-encoded characters read as what they stand for; null when there are none. */
export function percentDecoded(view: TextView): TextView | null {
  return readAs(view, PERCENT, ([whole]) => {
    try {
      return decodeURIComponent(whole)
    } catch {
      return Buffer.from(whole.replaceAll('%', ''), 'hex').toString('latin1')
    }
  })
}

/** Lines that may be parts of one long word read as one; null when there are none. */
export function joined(view: TextView): TextView | null {
  return readAs(view, LINE_BREAK, () => '')
}

/** What can be read in the base64 of a text, each piece standing for the whole code it is in; null when there is none. */
export function base64Decoded(view: TextView): TextView | null {
  const pieces: string[] = []
  const codes: { readonly at: number; readonly from: number; readonly to: number }[] = []
  let length = 0
  for (const found of view.text.matchAll(BASE64)) {
    for (const text of readablePieces(found[0])) {
      codes.push({ at: length, from: found.index, to: found.index + found[0].length })
      pieces.push(text, '\n\n')
      length += text.length + 2
    }
  }
  if (codes.length === 0) return null
  return {
    text: pieces.join(''),
    toOriginal: (start, end) => {
      const code = codes.findLast(({ at }) => at <= start)
      return view.toOriginal(code?.from ?? start, code?.to ?? end)
    },
  }
}

/** A code may begin anywhere in what looks like one, as after a path: it is read from each of its first places. */
function readablePieces(candidate: string): string[] {
  const code = candidate.replace(/\s/g, '')
  const pieces: string[] = []
  for (let skipped = 0; skipped < GROUP; skipped += 1) {
    // Text of some systems has a zero after each letter.
    const decoded = Buffer.from(code.slice(skipped), 'base64').toString('latin1').replaceAll('\0', '')
    pieces.push(...(decoded.match(READABLE) ?? []))
  }
  return pieces
}

function readAs(view: TextView, pattern: RegExp, read: (found: RegExpExecArray) => string): TextView | null {
  const parts = Array.from(view.text.matchAll(pattern), (found) => ({
    from: found.index,
    to: found.index + found[0].length,
    text: read(found),
  }))
  return parts.length === 0 ? null : rewritten(view, parts)
}

function differingLetters(text: string): Replaced[] {
  const parts: Replaced[] = []
  let at = 0
  for (const letter of text) {
    if (letter.charCodeAt(0) > 0x7e || letter < ' ') {
      const read = INVISIBLE.test(letter) ? '' : letter.normalize('NFKC')
      if (read !== letter) parts.push({ from: at, to: at + letter.length, text: read })
    }
    at += letter.length
  }
  return parts
}
