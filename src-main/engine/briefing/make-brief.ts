import { type AgentBrief, LONGEST_BRIEF } from '../../domain/agent-brief'
import { fitBrief } from '../../domain/fit-brief'
import { utf8Length } from '../../domain/json-text'
import type { Redaction } from '../redaction/redact-text'
import { redactValue } from '../redaction/redact-value'
import { briefSections } from './brief-sections'
import type { BriefContent } from './gather-brief'

/**
 * Puts a brief into words, without secrets and never longer than 4,096 bytes. Secrets are taken out before anything is
 * cut: half of one would be found no more.
 */
export async function makeBrief(name: string, content: BriefContent, redaction: Redaction): Promise<AgentBrief> {
  const { value, findings } = await redactValue({ name, content }, redaction)
  const title = `# Brief: ${value.name.replace(/\s+/g, ' ').slice(0, 100)}`
  const { text, truncated } = fitBrief(title, briefSections(value.content), LONGEST_BRIEF)
  return { text, bytes: utf8Length(text), truncated, redacted: findings.length }
}
