/** Where a link in an agent's text may lead. Everything else is shown as plain text and cannot be followed. */
export interface SafeLink {
  readonly url: string
  /** The host as the network sees it, so that look-alike letters show up as `xn--`. */
  readonly host: string
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these silently, so a link with them lies
const CONTROLS = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u

/** The link when it is an absolute https address without a user name in it; null when it must not be followed. */
export function safeLink(href: string | undefined): SafeLink | null {
  if (href === undefined || CONTROLS.test(href) || href.includes('\\')) return null
  if (!/^https:\/\//i.test(href) || href.length > 4_000) return null
  const parsed = URL.parse(href)
  if (parsed === null || parsed.username !== '' || parsed.password !== '' || parsed.host === '') return null
  return { url: parsed.href, host: parsed.host }
}

/** react-markdown's URL rule: an address that must not be followed becomes empty before it reaches an element. */
export function safeUrl(url: string): string {
  return safeLink(url)?.url ?? ''
}

/** True when the text of a link names another host than the one it leads to. */
export function textMisleads(text: string, link: SafeLink): boolean {
  const named = /^\s*(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})(?=[/:?#\s]|$)/i.exec(text)?.[1]
  return named !== undefined && named.toLowerCase() !== link.host
}
