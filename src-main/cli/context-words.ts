import type { Output } from '../contract/contract'
import type { StoredTime } from '../domain/stored-time'
import type { Answer } from './answer'

const HASH_SHOWN = 12
const VALUE_SHOWN = 160

/** The contexts, one line each. */
export function listed(contexts: Output<'contexts.list'>): Answer {
  const lines = contexts.map(({ id, sizeKb, limitKb, updatedAt, snapshots, health, fault }) => {
    const line = `- ${id}: ${sizeKb} of ${limitKb} KB, ${counted(snapshots, 'snapshot')}, written ${when(updatedAt)}`
    return `${line}${health === 'ok' ? '' : ` [${health.replaceAll('_', ' ')}]`}${fault === null ? '' : `\n    ${fault}`}`
  })
  return { value: contexts, text: lines.length === 0 ? 'The store holds no contexts.' : lines.join('\n') }
}

/** The text of a context and nothing else, so that it can be edited and given back. */
export function shown(context: Output<'contexts.read'>): Answer {
  const text = context.text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  return { value: context, text, ...(context.fault === null ? {} : { warnings: [context.fault] }) }
}

/** What replacing a context came to. */
export function replaced(receipt: Output<'contexts.set'>): Answer {
  const kept = receipt.previousSnapshot === null ? '' : ` What stood there is snapshot ${receipt.previousSnapshot}.`
  const text = receipt.changed
    ? `Context ${receipt.id} replaced, ${receipt.sizeKb} KB, hash ${receipt.hash}.${kept}`
    : `Context ${receipt.id} holds exactly that already; nothing was written.`
  return { value: receipt, text, warnings: receipt.warnings }
}

/** The snapshots of a context, one line each. */
export function history(page: Output<'contexts.snapshots'>): Answer {
  const lines = page.snapshots.map(({ id, at, storedKb, source, session, hash, pruned }) => {
    const from = [source, session].filter(Boolean).join(', ')
    const size = pruned ? 'pruned' : `${storedKb} KB`
    return `- ${id}: ${when(at)} ${size} ${hash.slice(0, HASH_SHOWN)}${from === '' ? '' : ` (${from})`}`
  })
  const more = page.total - page.snapshots.length
  const rest = more > 0 ? [`and ${more} older`] : []
  return { value: page, text: lines.length === 0 ? 'No snapshots.' : [...lines, ...rest].join('\n') }
}

/** What changed, one line for what went and one for what came. */
export function differences(diff: Output<'contexts.diff'>): Answer {
  const [from, to] = [`snapshot ${diff.from}`, diff.to === null ? 'now' : `snapshot ${diff.to}`]
  if (diff.from === null) return { value: diff, text: `No earlier version of ${diff.id} differs.` }
  if (diff.total === 0) return { value: diff, text: `${diff.id}: ${from} and ${to} hold the same.` }
  const lines = diff.differences.flatMap(({ path, before, after }) => [
    path === '' ? 'the whole document' : path,
    ...(before === null ? [] : [`  - ${clipped(before)}`]),
    ...(after === null ? [] : [`  + ${clipped(after)}`]),
  ])
  const more = diff.total - diff.differences.length
  const head = `${diff.id}: ${counted(diff.total, 'change')} from ${from} to ${to}`
  return { value: diff, text: [head, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n') }
}

/** Decisions, one line each. */
export function decided(found: Output<'contexts.decisions'>): Answer {
  const lines = found.decisions.map(({ text, at, status, category, sprintId }) => {
    const marks = [sprintId, category, status === 'active' ? null : status].filter(Boolean)
    return `- ${when(at)} ${text}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
  })
  const more = found.total - found.decisions.length
  const rest = more > 0 ? [`and ${more} older`] : []
  return {
    value: found,
    text: lines.length === 0 ? 'No decisions found.' : [...lines, ...rest].join('\n'),
    ...(found.fault === null ? {} : { warnings: [`The master context is left out: ${found.fault}`] }),
  }
}

function when({ raw }: StoredTime): string {
  return raw ?? 'at an unknown time'
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

function clipped(text: string): string {
  return text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN - 1)}…` : text
}
