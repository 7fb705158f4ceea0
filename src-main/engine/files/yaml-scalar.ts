/** Words that a YAML 1.1 reader takes for a boolean or a null, in any case. */
const YAML_WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i
/** Text that every YAML reader takes for itself: it starts with a letter and holds nothing with a meaning in YAML. */
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9 _./()+-]*[A-Za-z0-9_./()+-])?$/
/** One printable line: safe between single quotes. */
const ONE_LINE = /^[\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufdcf\ufdf0-\ufeef\uff01-\uffef]*$/
/** What does not stand for itself between double quotes: the quote, the backslash, and everything that is not printable. */
const NEEDS_ESCAPE =
  /[^ !#-[\]-~\u{a1}-\u{1fff}\u{2010}-\u{2027}\u{2030}-\u{205f}\u{2070}-\u{d7ff}\u{e000}-\u{fdcf}\u{fdf0}-\u{fefe}\u{ff00}-\u{ffef}\u{10000}-\u{10ffff}]/gu
/** YAML lets a key without the `?` sign be at most 1,024 characters long. */
const LONGEST_KEY = 1_000

/** Text as a YAML scalar that reads back as the same text in YAML 1.1 and 1.2. */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !YAML_WORD.test(text)) return text
  if (ONE_LINE.test(text)) return `'${text.replaceAll("'", "''")}'`
  return `"${text.replace(NEEDS_ESCAPE, escaped)}"`
}

/** A mapping key with its colon; a very long one takes the explicit form over two lines. */
export function yamlKey(key: string, indent: string): string {
  const text = yamlText(key)
  return text.length <= LONGEST_KEY ? `${text}:` : `? ${text}\n${indent}:`
}

/** A JSON number, spelled as it was, in a form that YAML 1.1 reads as the same kind of number. */
export function yamlNumber(spelling: string): string {
  if (/^-?\d+$/.test(spelling)) return spelling
  const value = Number(spelling)
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  const [mantissa = '', exponent] = spelling.toLowerCase().split('e')
  const decimal = mantissa.includes('.') ? mantissa : `${mantissa}.0`
  if (exponent === undefined) return decimal
  return `${decimal}e${/^[+-]/.test(exponent) ? '' : '+'}${exponent}`
}

function escaped(character: string): string {
  switch (character) {
    case '"':
      return '\\"'
    case '\\':
      return '\\\\'
    case '\n':
      return '\\n'
    case '\t':
      return '\\t'
    case '\r':
      return '\\r'
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  }
}
