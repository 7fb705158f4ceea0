import { closeSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createDesk } from '../../api/desk'
import { newDatabase } from '../../store/connection'
import { cmos } from './command-line'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const MB = 1024 ** 2

/** Notes of 100 MB and of 2 GB: refused with a sentence and without a trace, and bearable where another program stored them. */
export const hugeNotes: Scenario = async (folder) => {
  const database = stage(folder, ['w'])
  const before = readFileSync(database)
  const asked = await askWindow(database, 'x'.repeat(100 * MB))
  const files = await Promise.all(
    [100 * MB, 2 * 1024 * MB].map((bytes) => giveFile(database, join(folder, `given-${bytes}`), bytes)),
  )
  const untouched = readFileSync(database).equals(before)
  const foreign = await lookAtForeign(database)
  const { problems } = checkLedger(database, [])
  return {
    figures: `100 MB in the window: "${asked}"; files of 100 MB and 2 GB: ${files.map(({ said }) => `"${said}"`).join(' and ')}; 100 MB stored by another program: the board came in ${Math.round(foreign.milliseconds)} ms`,
    problems: [
      ...problems,
      ...(asked === 'invalid_input' ? [] : [`the window answered ${asked}`]),
      ...files.flatMap(({ code, said }) =>
        code === 1 && said.length > 20 ? [] : [`a file was answered ${code}: ${said}`],
      ),
      ...(untouched ? [] : ['a refusal left a trace in the store']),
      ...(foreign.shown ? [] : ['the board does not show the mission with the long notes']),
    ],
  }
}

async function askWindow(database: string, notes: string): Promise<string> {
  return withDesk(database, async (call) => {
    const reply = await call('missions.complete', { id: 'w-0', notes })
    return reply.ok ? 'stored' : reply.fault.code
  })
}

/** A sparse file, so that two gigabytes take no room. */
async function giveFile(database: string, file: string, bytes: number): Promise<{ code: number | null; said: string }> {
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, '{"notes": "')
  closeSync(descriptor)
  truncateSync(file, bytes)
  const { code, said } = await cmos(dirname(dirname(database)), 'context', 'set', 'master', '--file', file)
  return { code, said: said.trim().split('\n')[0]?.slice(0, 160) ?? '' }
}

async function lookAtForeign(database: string): Promise<{ milliseconds: number; shown: boolean }> {
  const client = newDatabase(database, {})
  client.prepare("UPDATE missions SET notes = ? WHERE id = 'w-1'").run('x'.repeat(100 * MB))
  client.close()
  return withDesk(database, async (call) => {
    const start = performance.now()
    const reply = await call('missions.cards', { filter: '', column: 'Queued', offset: 0, limit: 50 })
    return {
      milliseconds: performance.now() - start,
      shown: reply.ok && JSON.stringify(reply.value).includes('w-1'),
    }
  })
}

type Call = ReturnType<typeof createDesk>['call']

async function withDesk<T>(database: string, work: (call: Call) => Promise<T>): Promise<T> {
  const nothing = { chooseFolder: async () => null, openLink: async () => {}, userData: null }
  const desk = createDesk({ host: nothing, watch: false })
  try {
    desk.openPlace({ root: dirname(dirname(database)), database })
    return await work(desk.call)
  } finally {
    desk.close()
  }
}
