/** Control characters (but line breaks and tabs) and the marks that reorder text on a screen. */
const HIDDEN = /(?![\n\t])[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** Text of the store for a terminal: what would move the cursor, colour or reorder the line is shown as its code. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
