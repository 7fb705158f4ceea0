// Prints figures as a table, and the machine they are of.
import { cpus, release, totalmem, type } from 'node:os'

/** One line: what runs here, and how fast a bare Node is on it now. */
export function machineLine(bareNode) {
  const [{ model = 'unknown processor' } = {}] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const node = bareNode === undefined ? '' : `; a bare Node takes ${bareNode.toFixed(0)} ms`
  return `${cpus().length} x ${model.trim()}, ${memory}, ${type()} ${release()}, Node ${process.version}${node}`
}

/** `columns` are pairs of a heading and what it shows of a row; columns without anything to show are left out. */
export function printTable(title, columns, rows) {
  const cells = rows.map((row) => columns.map(([, show]) => show(row) ?? ''))
  const shown = columns
    .map(([heading], at) => ({ heading, at }))
    .filter(({ at }) => cells.some((line) => line[at] !== ''))
  const widths = shown.map(({ heading, at }) => Math.max(heading.length, ...cells.map((line) => line[at].length)))
  const line = (texts) =>
    texts
      .map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at])))
      .join('  ')
      .trimEnd()
  console.log(`\n${title}\n${line(shown.map(({ heading }) => heading))}`)
  for (const cell of cells) console.log(line(shown.map(({ at }) => cell[at])))
}

export function metText(met) {
  if (met === undefined) return ''
  return met ? 'met' : 'MISSED'
}
