import { resolve } from 'node:path'
import type { Command } from 'commander'
import { example } from './help-text'
import type { Perform } from './perform'

interface ExportOptions {
  readonly output?: string
  readonly overwrite?: boolean
  readonly allowIncomplete?: boolean
}

/** `research export`: a mission's findings and its session events as a Markdown report. */
export function addResearchCommands(research: Command, perform: Perform): void {
  research
    .command('export')
    .description('Write a completed mission as a Markdown report')
    .argument('<mission-id>', 'the mission')
    .option('--output <file>', 'where to write (default: research/<mission-id>.md in the workspace)')
    .option('--overwrite', 'replace an existing report')
    .option('--allow-incomplete', 'also when the mission is not completed')
    .addHelpText('after', example('cmos research export r1-m01 --overwrite'))
    .action((id: string, options: ExportOptions) =>
      perform.inWorkspace({ manner: 'editor', door: 'listings' }, async ({ workspace }) => {
        const { exportResearch } = await import('../engine/files/research-file')
        const { userDataFolder } = await import('../engine/user-data')
        const { root, store } = workspace
        const { path, redacted } = await exportResearch(
          { root, store, userData: userDataFolder() },
          {
            id,
            output: options.output === undefined ? undefined : resolve(options.output),
            overwrite: options.overwrite === true,
            allowIncomplete: options.allowIncomplete === true,
          },
        )
        const taken =
          redacted === 0 ? [] : [`Taken out of ${path}: ${redacted} × what looks like a secret or a home path`]
        return { value: { path, redacted }, text: `Research report written to ${path}`, problems: taken }
      }),
    )
}
