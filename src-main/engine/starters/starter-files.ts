import { schemaText } from '../../store/schema-text'

/** Files of text by their path in the workspace. */
export type TextFiles = Readonly<Record<string, string>>

/** What a new workspace is about, and the day it is laid down. */
export interface StarterOccasion {
  readonly project: string
  readonly now: Date
}

const FOLDER = '../../../starter/'
/** The starter's files are text in the program itself: the window, the command line and a package carry the same ones. */
const CONTENT = import.meta.glob<string>('../../../starter/**/*', { query: '?raw', import: 'default', eager: true })

/** The documents, templates, workers and fixtures of a new workspace; views of its store are not among them. */
export function starterFiles({ project, now }: StarterOccasion): TextFiles {
  const words: Readonly<Record<string, string>> = { project: oneLine(project), today: now.toISOString().slice(0, 10) }
  const files = Object.entries(CONTENT).map(([path, text]) => [
    path.slice(FOLDER.length),
    text.replace(/\{\{(\w+)\}\}/g, (whole, word: string) => words[word] ?? whole),
  ])
  const schema = `-- The structure of db/cmos.sqlite. Applying it again changes nothing.\n${schemaText()}\n`
  return { ...Object.fromEntries(files), 'db/schema.sql': schema }
}

/** The contexts of a workspace in which nothing has happened yet, with the places of their views. */
export function starterContexts(project: string) {
  const name = oneLine(project)
  return [
    { id: 'project_context', sourcePath: 'PROJECT_CONTEXT.json', content: pretty({ project: { name } }) },
    {
      id: 'master_context',
      sourcePath: 'context/MASTER_CONTEXT.json',
      content: pretty({
        project: { name },
        foundational_references: ['foundational-docs/roadmap_template.md', 'foundational-docs/tech_arch_template.md'],
        working_agreements: [
          'Workers are asked with structured prompting: goal, inputs, form of the answer, how it is judged.',
          'A mission uses one of the advanced orchestration patterns (rsip, delegation, boomerang) only with a reason in its notes.',
        ],
        constraints: [],
        decisions_made: [],
      }),
    },
  ]
}

/** A name that can stand in a heading and in a sentence. */
function oneLine(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'New project'
  )
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
