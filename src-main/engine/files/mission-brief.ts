/** What a mission was asked to find out, as its metadata tells it. */
export interface MissionBrief {
  readonly description: string | undefined
  readonly questions: readonly string[]
  readonly successCriteria: readonly string[]
  readonly deliverables: readonly string[]
}

const DEEPEST = 20

/**
 * Reads a brief from metadata. Each field is taken from the innermost `metadata` object that has it, else from the top
 * level: missions made by a command have it there, and each export and seed pushes it one level deeper.
 */
export function briefOf(metadata: Record<string, unknown>): MissionBrief {
  const levels = levelsOf(metadata)
  const field = (...names: readonly string[]) => {
    for (const level of levels) {
      for (const name of names) {
        const texts = textsOf(level[name])
        if (texts.length > 0) return texts
      }
    }
    return []
  }
  const description = field('description')
  return {
    description: description.length === 0 ? undefined : description.join('\n'),
    questions: field('researchQuestions', 'research_questions'),
    successCriteria: field('successCriteria', 'success_criteria'),
    deliverables: field('deliverables'),
  }
}

/** The metadata object and those nested in it, innermost first. */
function levelsOf(metadata: Record<string, unknown>): Record<string, unknown>[] {
  const levels = [metadata]
  for (let next = metadata.metadata; isRecord(next) && levels.length < DEEPEST; next = next.metadata) levels.push(next)
  return levels.reverse()
}

function textsOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value]
  return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []))
}

/** True for a JSON object, which is neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
