import type { Command } from 'commander'
import { example } from './help-text'
import type { Perform } from './perform'

interface Options {
  readonly agent?: string
}

/** `preflight`: what the guide wants of an agent before any mission. */
export function addPreflightCommand(preflight: Command, perform: Perform): void {
  preflight
    .description('Check the store, show the next mission and the guides that hold, and record them as loaded')
    .argument('[path]', 'the file or folder that is about to be worked on; its nearest guide comes last')
    .option('--agent <name>', 'who begins', 'codex')
    .addHelpText('after', example('cmos preflight src/importer --agent codex'))
    .action((path: string | undefined, { agent }: Options) =>
      perform.inWorkspace({ manner: 'runtime', logsFailedOpening: true }, async (session) => {
        const { runPreflight } = await import('./run-preflight')
        return runPreflight(session, { path, agent })
      }),
    )
}
