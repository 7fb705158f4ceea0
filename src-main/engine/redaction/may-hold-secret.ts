/** A long run of letters and digits that is no word: what keys and tokens look like, wherever they come from. */
const WORD = /[\w-]{16,}/g
const NO_WORD = /\d|[a-z][A-Z]|[A-Z]{5}/
/** The same with the other characters of base64, longer, since paths look like it too. */
const CODE = /[\w+/=-]{24,}/g
/** A name that is given a value, or a word after which a value follows. */
const NAMED =
  /(?:pass|pwd|secret|token|key|credential|account)\w{0,30}["'`]?[ \t]{0,4}(?::=|=>|[:=])|bearer|authorization|cookie|machine|\bcurl\b|--(?:pass|token|secret|api)|\bsig=/i
/** Somebody's name and password in an address, and the first lines of keys. */
const SHAPED = /:\/\/[^\s]{0,300}@|-----BEGIN|PuTTY|webhook/i
/** Disguises that change what is read: they are looked through by the detector's views, not here. */
const DISGUISED = /\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2}|\p{Default_Ignorable_Code_Point}|\p{Cf}|[\uff01-\uff5e]/u
const BROKEN_LINE = /(?<=[\w+/=.-])\\?\r?\n[ \t]{0,40}(?=[\w+/=.-])/g

/**
 * False for a text in which no rule of the detector could find anything: it need not be loaded, which takes longer than
 * most commands. True says nothing yet. Ordinary notes, times and paths in lower case are false.
 */
export function mayHoldSecret(text: string): boolean {
  if (DISGUISED.test(text) || text.normalize('NFKC') !== text.normalize('NFC')) return true
  if (NAMED.test(text) || SHAPED.test(text)) return true
  const whole = text.replace(BROKEN_LINE, '')
  return [text, whole].some(
    (one) =>
      some(one, WORD, (run) => NO_WORD.test(run)) || some(one, CODE, (run) => /\d/.test(run) && /[A-Z]/.test(run)),
  )
}

/** Whether a run of the text is of that kind; each is looked at once, however long it is. */
function some(text: string, runs: RegExp, isKind: (run: string) => boolean): boolean {
  for (const [run] of text.matchAll(runs)) if (isKind(run)) return true
  return false
}
