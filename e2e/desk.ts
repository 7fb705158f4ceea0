import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import type { Input, Method, Output } from '../src-main/contract/contract'
import type { Reply } from '../src-main/contract/reply'

export { expect }
export const project = resolve(import.meta.dirname, '..')
/** A workspace of a real project, where it lies beside this one; tests that need it are skipped without it. */
export const realWorkspace = resolve(project, '..', 'shared', 'data', 'workspace-v1', 'cmos')
export const hasRealWorkspace = existsSync(realWorkspace)

/** One running window, and the folder it was given. */
export interface Desk {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Console errors, page errors and lines of the failure log so far; a test that leaves any of them fails. */
  problems(): string[]
  /** Forgets the problems so far, where a test provokes them. */
  forgive(): void
  /** Calls a method as the page does, and answers the reply. */
  reply<M extends Method>(method: M, input: Input<M>): Promise<Reply<Output<M>>>
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Folder, `cmos/` folder or store; nothing is opened without it. */
  readonly workspace?: string
  readonly sample?: boolean
  /** Of an earlier launch, to start again as the same operator. */
  readonly userData?: string
}

interface Fixtures {
  /** A folder of this test's own. */
  readonly folder: string
  launchDesk(options?: LaunchOptions): Promise<Desk>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cmos-desk-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  launchDesk: async ({ folder }, use, info) => {
    const desks: Desk[] = []
    await use(async (options = {}) => {
      const desk = await launch({ userData: join(folder, `user-${desks.length}`), ...options })
      desks.push(desk)
      return desk
    })
    const failed = info.status !== info.expectedStatus
    for (const [index, desk] of desks.entries()) {
      if (failed) await desk.page.screenshot({ path: info.outputPath(`window-${index}.png`) }).catch(() => {})
      await desk.close()
    }
    expect(desks.flatMap((desk) => desk.problems())).toEqual([])
  },
})

/** Starts the window; it is ready when the page has drawn itself. */
export async function launch(options: LaunchOptions & { userData: string }): Promise<Desk> {
  const args = [project]
  if (options.workspace) args.push(`--workspace=${options.workspace}`)
  if (options.sample) args.push('--sample')
  const app = await electron.launch({
    executablePath: required('CMOS_E2E_ELECTRON'),
    args,
    cwd: project,
    env: {
      ...inherited(),
      CMOS_DESK_USER_DATA: options.userData,
      CMOS_SQLITE_BINDING: process.env.CMOS_E2E_BINDING ?? '',
    },
    chromiumSandbox: process.env.CMOS_E2E_SANDBOX === '1',
  })
  let problems: string[] = []
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  await page.waitForFunction(() => document.getElementById('root')?.childElementCount)
  let logged = 0
  const log = () => lines(join(options.userData, 'log', 'desk.jsonl'))
  return {
    app,
    page,
    userData: options.userData,
    problems: () => [...problems, ...log().slice(logged)],
    forgive: () => {
      problems = []
      logged = log().length
    },
    reply: (method, input) => callAsPage(page, method, input),
    close: async () => {
      // A job that still runs would have the window ask first, with nobody there to answer.
      await app
        .evaluate(({ dialog }) => {
          dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
        })
        .catch(() => {})
      await app.close()
    },
  }
}

/** Copies a workspace so that the test may change it. */
export function copyWorkspace(from: string, folder: string): string {
  const to = join(folder, 'cmos')
  cpSync(from, to, { recursive: true, mode: 0 })
  return to
}

/** The router answers with exactly the contract's output. */
async function callAsPage<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Reply<Output<M>>> {
  const asked: { method: string; input: unknown } = { method, input }
  const reply = await page.evaluate((call) => window.cmos.call(call.method, call.input), asked)
  return reply as Reply<Output<M>>
}

function lines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Run the window tests with "npm run e2e": ${name} is not set.`)
  return value
}
