import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['agents.md', 'README.md', 'context/MASTER_CONTEXT.json']
const REQUIRED = ['foundational-docs/roadmap_template.md', 'foundational-docs/tech_arch_template.md']
const FORBIDDEN = ['docs/roadmap.md', 'docs/technical_architecture.md']

/** Checks that the workspace's guides name the foundational templates and no outdated ones; one line per problem. */
export function checkDocumentReferences(root: string): string[] {
  return FILES.flatMap((file) => {
    const text = readText(join(root, file))
    if (text === undefined) return [`${file}: missing file`]
    if (text.includes('\ufffd')) return [`${file}: not UTF-8 text`]
    return [
      ...REQUIRED.filter((wanted) => !text.includes(wanted)).map(
        (wanted) => `${file}: missing required reference '${wanted}'`,
      ),
      ...FORBIDDEN.filter((unwanted) => text.includes(unwanted)).map(
        (unwanted) => `${file}: contains forbidden reference '${unwanted}'`,
      ),
    ]
  })
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
