import type { Secret } from './detector'
import type { TextView } from './text-view'

const LINE = /^(?:export |declare -x |set )?([A-Z_][A-Z0-9_]{1,80})=(.*)$/
/** Every environment has some of these. */
const TELLTALE = new Set(['PATH', 'HOME', 'SHELL', 'PWD', 'USER', 'LANG', 'TERM', 'HOSTNAME'])
const FEWEST_LINES = 5

/** The values of a printed environment: many lines of names and values, among them names that every environment has. */
export function environmentValues(view: TextView): Secret[] {
  const found: Secret[] = []
  let block: { name: string; start: number; value: string }[] = []
  let at = 0
  const close = () => {
    const told = block.filter(({ name }) => TELLTALE.has(name)).length
    if (block.length >= FEWEST_LINES && told >= 2) {
      for (const { start, value } of block) {
        if (value !== '') found.push({ ...view.toOriginal(start, start + value.length), rule: 'environment', value })
      }
    }
    block = []
  }
  for (const line of view.text.split('\n')) {
    const parts = LINE.exec(line.trimEnd())
    const [, name, value] = parts ?? []
    if (name === undefined || value === undefined) close()
    else block.push({ name, value, start: at + line.trimEnd().length - value.length })
    at += line.length + 1
  }
  close()
  return found
}
