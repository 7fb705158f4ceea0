/** Why a link is not opened, or the parsed address when it may be offered to the operator. */
export type GatedLink = { readonly url: URL } | { readonly refused: string }

/** Only a plain https address of a named host passes: no scheme that starts programs, no login, no look-alike letters. */
export function gateLink(text: string): GatedLink {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(text)) return { refused: 'The link has hidden characters in it.' }
  if (!URL.canParse(text)) return { refused: 'The link is not an address.' }
  const url = new URL(text)
  if (url.protocol !== 'https:') return { refused: 'Only https links can be opened.' }
  if (url.username !== '' || url.password !== '') return { refused: 'The link has a login in it.' }
  if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) {
    return { refused: `The host is written in letters that may look like others (${url.hostname}).` }
  }
  return { url }
}
