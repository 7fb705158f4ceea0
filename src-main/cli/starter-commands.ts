import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Waiver } from '../domain/finding'
import type { StarterPreview, StarterReceipt } from '../domain/starter'
import type { PackageOrder } from '../engine/starters/package-starter'
import type { StarterPlace } from '../engine/starters/plan-package'
import type { Answer } from './answer'
import { refusing } from './backup-target'
import { example, repeated } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'

interface PackageOptions {
  readonly dryRun?: boolean
  readonly waive?: readonly string[]
  readonly reason?: string
}

/** `starter package|reset|new`: workspaces that others begin with. */
export function addStarterCommands(starter: Command, perform: Perform): void {
  const carefully = (work: (place: Place) => Promise<Answer>) =>
    perform.withoutStore((place) => refusing(() => work(place)))
  starter
    .command('package')
    .description('Pack the workspace without its history into dist/, after a search for secrets')
    .option('--dry-run', 'list every file and why it goes in or stays out; write nothing')
    .option('--waive <path:rule:mark>', 'a finding that is no secret, as it was listed; may be given again', repeated)
    .option('--reason <text>', 'why what is waived is no secret; it is kept in the manifest')
    .addHelpText('after', example('cmos starter package --dry-run'))
    .action((options: PackageOptions) => carefully((place) => packageOrPreview(place, options)))
  starter
    .command('reset')
    .description('Empty the workspace of what happened in it; everything that goes is kept outside it first')
    .option('--dry-run', 'show what goes; change nothing')
    .option('--confirm <name>', "do it, by the workspace's name")
    .addHelpText('after', example('cmos starter reset --confirm Lighthouse'))
    .action((options: { readonly dryRun?: boolean; readonly confirm?: string }) =>
      carefully(async (place) => (await import('./reset-command')).reset(await starterPlace(place), options)),
    )
  starter
    .command('new')
    .description('Lay a new workspace down in a project folder')
    .argument('[folder]', 'the project folder; its cmos/ folder is made', '.')
    .option('--name <name>', "the project's name; that of its folder by default")
    .addHelpText('after', example('cmos starter new ../lighthouse', 'Files that are there already stay as they are.'))
    .action((folder: string, options: { readonly name?: string }) => carefully(() => begin(folder, options.name)))
}

/** The workspace meant, and this user's own folder, where keys and backups are. */
async function starterPlace(place: Place): Promise<StarterPlace> {
  const { locateWorkspace } = await import('./locate-workspace')
  const { userDataFolder } = await import('../engine/user-data')
  return { ...locateWorkspace(place), userData: userDataFolder() }
}

async function packageOrPreview(place: Place, options: PackageOptions): Promise<Answer> {
  const waivers = await waiversOf(options)
  const order: PackageOrder = { ...(await starterPlace(place)), waivers }
  const { runJob } = await import('./run-job')
  if (options.dryRun === true) {
    const { previewPackage } = await import('../engine/starters/plan-package')
    const preview = await runJob((job) => previewPackage(order, new Date(), job))
    return { value: preview, text: previewText(preview) }
  }
  const { packageStarter } = await import('../engine/starters/package-starter')
  const receipt = await runJob((job) => packageStarter(order, new Date(), job)).catch(async (error: unknown) => {
    throw await withFindings(error)
  })
  return { value: receipt, text: receiptText(receipt) }
}

/** `path:rule:mark`; a path may hold colons, a rule and a mark do not. */
async function waiversOf({ waive = [], reason }: PackageOptions): Promise<Waiver[]> {
  const { DomainError } = await import('../domain/fault')
  if (waive.length > 0 && (reason ?? '').trim() === '') {
    throw new DomainError('invalid_input', 'A finding is waived with a --reason, which is kept in the manifest.')
  }
  return waive.map((word) => {
    const [, path, rule, mark] = /^(.+):([^:]+):([0-9a-f]{8})$/.exec(word) ?? []
    if (path !== undefined && rule !== undefined && mark !== undefined)
      return { path, rule, mark, reason: reason ?? '' }
    throw new DomainError('invalid_input', `${word} is no finding. Give it as it was listed: path:rule:mark.`)
  })
}

/** The findings that stopped it, each as it can be waived. */
async function withFindings(error: unknown): Promise<unknown> {
  const { DomainError } = await import('../domain/fault')
  if (!(error instanceof DomainError) || error.details.findings === undefined) return error
  const { Refusal } = await import('./answer')
  const lines = error.details.findings.split('\n').map((line) => `  ${line}`)
  const advice = 'Waive one that is no secret with: --waive path:rule:mark --reason "…"'
  return new Refusal(error, [`Error: ${error.message}`, ...lines, advice].join('\n'))
}

function previewText({ workspace, entries, files, bytes, findings }: StarterPreview): string {
  const line = ({ path, bytes: size, reason }: StarterPreview['entries'][number]) =>
    `  ${path}${size === null ? '' : ` (${size} bytes)`}: ${reason}`
  const found = findings.map(
    ({ path, line: at, rule, mark }) => `  ${path}:${rule}:${mark}${at === null ? '' : ` (line ${at})`}`,
  )
  return [
    `A package of ${workspace} would hold ${files} files, ${bytes} bytes; nothing was written.`,
    'In:',
    ...entries.filter((entry) => entry.included).map(line),
    'Out:',
    ...entries.filter((entry) => !entry.included).map(line),
    ...(found.length === 0 ? ['Nothing in it looks like a secret.'] : ['Looks like a secret:', ...found]),
  ].join('\n')
}

function receiptText({ archive, checksum, bytes, files, sha256, waived, safety }: StarterReceipt): string {
  return [
    `Starter package created at ${archive}`,
    `${files} files, ${bytes} bytes, read back in full. SHA-256 ${sha256}`,
    `Checksum: ${checksum}`,
    safety === null ? 'There is no store, so none was backed up.' : `The store was backed up as ${safety}`,
    ...waived.map(({ path, rule, reason }) => `Waived: ${path} (${rule}): ${reason}`),
  ].join('\n')
}

async function begin(folder: string, name: string | undefined): Promise<Answer> {
  const { createWorkspace } = await import('../engine/starters/create-workspace')
  const project = name === undefined ? {} : { project: name }
  const place = createWorkspace(resolve(folder), new Date(), { backlog: 'first sprint', ...project })
  return {
    value: place,
    text: `Workspace created at ${place.root}\nAgents begin with agents.md there; people with: cmos mission next`,
  }
}
