import { homedir, hostname, userInfo } from 'node:os'

/** Whose machine this is, as far as it must not leave it. */
export interface Person {
  readonly home: string
  readonly user: string
  readonly host: string
}

/** A place in a text that says whose machine it comes from, and what is said instead. */
export interface Trace {
  readonly start: number
  readonly end: number
  readonly rule: 'home-path' | 'user-name' | 'host-name'
  readonly instead: string
}

/** Words that name nobody. */
const NOBODY = new Set(
  'root user users admin administrator home default guest nobody node runner ubuntu debian localhost local host container docker vagrant developer you your-name name username someone me example shared public'.split(
    ' ',
  ),
)
const SHORTEST_NAME = 4
const HOMES =
  /(?<![\w.~-])(?:\/home\/|\/Users\/|[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/))([^\s/\\"'`<>|:*?,;()[\]{}$]{1,64})/g

/** The person who runs this process. */
export function thisPerson(): Person {
  try {
    return { home: homedir(), user: userInfo().username, host: hostname().split('.')[0] ?? '' }
  } catch {
    // A user that the system does not know by name.
    return { home: homedir(), user: '', host: hostname().split('.')[0] ?? '' }
  }
}

/** Paths of somebody's home, and the names of this user and this machine, in order and apart from each other. */
export function personalTraces(text: string, person: Person): Trace[] {
  const traces: Trace[] = []
  if (person.home.length > 1) add(traces, text, ownHome(person.home), 'home-path', '~')
  for (const found of text.matchAll(HOMES)) {
    const name = found[1] ?? ''
    if (!NOBODY.has(name.toLowerCase())) traces.push(trace(found, 'home-path', '~'))
  }
  if (tells(person.user)) add(traces, text, wholeWord(person.user), 'user-name', '[user]')
  if (tells(person.host)) add(traces, text, wholeWord(person.host), 'host-name', '[host]')
  traces.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = 0
  return traces.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}

function add(traces: Trace[], text: string, pattern: RegExp, rule: Trace['rule'], instead: string): void {
  for (const found of text.matchAll(pattern)) traces.push(trace(found, rule, instead))
}

function trace(found: RegExpExecArray, rule: Trace['rule'], instead: string): Trace {
  return { start: found.index, end: found.index + found[0].length, rule, instead }
}

function tells(name: string): boolean {
  return name.length >= SHORTEST_NAME && !NOBODY.has(name.toLowerCase())
}

/** The home itself or a path in it; a sibling whose name only begins alike is another path. */
function ownHome(home: string): RegExp {
  return new RegExp(`(?<![\\w.~/-])${escaped(home)}(?=[/\\\\]|[\\s"'\`),:;]|$)`, 'g')
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${escaped(name)}(?![\\w-])`, 'g')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
