/**
 * Characters that change how text reads without being seen: controls, direction marks, zero-width and filler
 * characters, line separators, and the invisible tag alphabet.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu
const EMOJI_JOINS =
  /(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?)(?:\ufe0f?\u200d(?=\p{Extended_Pictographic})|\ufe0f)/gu

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Shows an id, status or name exactly: what would be invisible or reorder its neighbours is spelled out. */
export function visibleText(text: string): string {
  if (!HIDDEN.test(text)) return text
  HIDDEN.lastIndex = 0
  const joins = new Set<number>()
  for (const match of text.matchAll(EMOJI_JOINS)) {
    for (let offset = 0; offset < match[0].length; offset++) joins.add(match.index + offset)
  }
  return text.replace(HIDDEN, (character, index: number) => (joins.has(index) ? character : nameOf(character)))
}

/** As `visibleText`, for text of several lines: line breaks and tabs stay what they are. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r\n|[\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : visibleText(part)))
    .join('')
}
