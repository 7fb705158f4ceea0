import { basename, dirname } from 'node:path'
import type { DiskStep } from './disk-model'

/** The calls that matter, with every byte of every string in hexadecimal. */
export const STRACE = [
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=openat,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat',
]

const CALL = /^(\w+)\((.*)\)\s+= (-?\d+)/

/** What a traced process did to the files of one folder, and what it said meanwhile. */
export function readCalls(trace: string, folder: string): DiskStep[] {
  const open = new Map<string, string>()
  const there = new Set<string>()
  return trace.split('\n').flatMap((line): DiskStep[] => {
    const [, call = '', args = '', result = '-1'] = CALL.exec(line) ?? []
    if (result.startsWith('-')) return []
    const descriptor = args.split(',', 1)[0] ?? ''
    const name = open.get(descriptor)
    const text = bytesOf(args)
    if (call === 'openat') return opened(args, result, folder, open, there)
    if (call === 'close') open.delete(descriptor)
    if (call === 'write' && descriptor === '1') return [{ kind: 'said', line: text.toString('utf8').trim() }]
    if (call.startsWith('unlink') && dirname(text.toString('utf8')) === folder) {
      there.delete(basename(text.toString('utf8')))
      return [{ kind: 'unlink', name: basename(text.toString('utf8')) }]
    }
    if (name === undefined) return []
    const last = Number(args.split(',').at(-1))
    if (call === 'pwrite64') return [{ kind: 'write', name, at: last, bytes: text.subarray(0, Number(result)) }]
    if (call === 'ftruncate') return [{ kind: 'cut', name, size: last }]
    if (call === 'fsync' || call === 'fdatasync')
      return [name === '' ? { kind: 'sync folder' } : { kind: 'sync', name }]
    return []
  })
}

/** The folder itself goes by the empty name. */
function opened(
  args: string,
  descriptor: string,
  folder: string,
  open: Map<string, string>,
  there: Set<string>,
): DiskStep[] {
  const path = bytesOf(args).toString('utf8')
  open.delete(descriptor)
  if (path === folder) open.set(descriptor, '')
  if (dirname(path) !== folder) return []
  const name = basename(path)
  open.set(descriptor, name)
  const isNew = args.includes('O_CREAT') && !there.has(name)
  there.add(name)
  return isNew ? [{ kind: 'create', name }] : []
}

/** The first string of a call. */
function bytesOf(args: string): Buffer {
  const [, text = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(args) ?? []
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}
