import type { redactionMethods } from '../contract/redaction'
import { DomainError } from '../domain/fault'
import type { Handlers } from './handler'

/** Handlers of what is cleaned before it leaves; the detectors are loaded when they are first needed. */
export const redactionHandlers: Handlers<keyof typeof redactionMethods> = {
  'redaction.clean': async ({ text }, { workspace, host: { userData } }) => {
    if (userData === null) throw new DomainError('unsupported', 'Only the window copies texts.')
    const [{ redactText }, { redactionKey }] = await Promise.all([
      import('../engine/redaction/redact-text'),
      import('../engine/redaction/redaction-key'),
    ])
    const key = redactionKey({ database: workspace().database, userData })
    const clean = await redactText(text, { key })
    return { text: clean.text, removed: clean.findings.length }
  },
}
