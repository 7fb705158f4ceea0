import { utf8Length } from './json-text'

/** A part of a brief: its heading, and its items with the most important first. */
export interface BriefSection {
  readonly heading: string
  readonly items: readonly string[]
  /** How many more there are than the items given. */
  readonly more: number
  /** What it may take of the whole before the others had theirs, from 0 to 1. */
  readonly share: number
  /** How to see the rest. */
  readonly seeAll: string
}

interface Fitted {
  readonly section: BriefSection
  shown: number
}

/**
 * A text of at most `limit` bytes of UTF-8 from a title and sections, the most important first. Each section first gets
 * its share; what is left goes to the first sections again. What is left out is counted at its place.
 */
export function fitBrief(
  title: string,
  sections: readonly BriefSection[],
  limit: number,
): { readonly text: string; readonly truncated: boolean } {
  const fitted = sections.filter(({ items }) => items.length > 0).map((section): Fitted => ({ section, shown: 0 }))
  for (const one of fitted) fill(one, () => bytesOf([one]) <= limit * one.section.share && fits(title, fitted, limit))
  for (const one of fitted) fill(one, () => fits(title, fitted, limit))
  const text = textOf(title, fitted)
  const whole = utf8Length(text) <= limit ? text : clipToBytes(text, limit)
  return { text: whole, truncated: whole !== text || fitted.some(leavesOut) || /…(?: |$)/m.test(whole) }
}

/** A text on one line of at most so many bytes; one that was cut ends with `…`. */
export function clipToBytes(text: string, limit: number): string {
  if (utf8Length(text) <= limit) return text
  let bytes = utf8Length('…')
  let kept = ''
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > limit) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Takes items one by one while the brief still holds them. */
function fill(one: Fitted, holds: () => boolean): void {
  while (one.shown < one.section.items.length) {
    one.shown += 1
    if (holds()) continue
    one.shown -= 1
    return
  }
}

function fits(title: string, fitted: readonly Fitted[], limit: number): boolean {
  return utf8Length(textOf(title, fitted)) <= limit
}

function bytesOf(fitted: readonly Fitted[]): number {
  return utf8Length(fitted.flatMap(linesOf).join('\n'))
}

function textOf(title: string, fitted: readonly Fitted[]): string {
  return [title, ...fitted.flatMap(linesOf)].join('\n')
}

/** A section with nothing shown still says that there is something. */
function linesOf({ section, shown }: Fitted): string[] {
  const { heading, items, more, seeAll } = section
  const left = items.length - shown + more
  return ['', heading, ...items.slice(0, shown), ...(left > 0 ? [`- … ${left} more: ${seeAll}`] : [])]
}

function leavesOut({ section, shown }: Fitted): boolean {
  return section.items.length - shown + section.more > 0
}
