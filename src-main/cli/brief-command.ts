import type { Command } from 'commander'
import { example } from './help-text'
import type { Perform } from './perform'

/** `brief`: what an agent needs to know before it begins, in at most 4,096 bytes. */
export function addBriefCommand(brief: Command, perform: Perform): void {
  brief
    .description('Tell an agent in at most 4 KB what to know before it begins; secrets are redacted')
    .addHelpText('after', example('cmos brief --json'))
    .action(() =>
      perform.inWorkspace({ manner: 'client', door: 'documents' }, async ({ call }) => {
        const value = await call('files.brief', {})
        return { value, text: value.text }
      }),
    )
}
