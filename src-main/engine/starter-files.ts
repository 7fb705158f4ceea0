/** Files of text by their path in the workspace. */
export type TextFiles = Readonly<Record<string, string>>

const TEMPLATES = `- \`foundational-docs/roadmap_template.md\`: where the project is going
- \`foundational-docs/tech_arch_template.md\`: how it is built
`

/**
 * The guides of a new workspace: what agents read first, what people read first, and the two foundational templates
 * that both name.
 */
export function starterFiles(projectName: string): TextFiles {
  return {
    'agents.md': agentsGuide(projectName),
    'README.md': readme(projectName),
    'foundational-docs/roadmap_template.md': `# Roadmap of ${projectName}

## Outcome
What will be true for whom when this is done?

## Sprints
One line each: what it makes possible, and how we will know.

## Not now
What was considered and set aside, and why.
`,
    'foundational-docs/tech_arch_template.md': `# How ${projectName} is built

## Parts
What each part is responsible for, and what it never does.

## Data
What is stored where, who writes it, and what must never be lost.

## Decisions
Date, decision, reason; the newest first.
`,
  }
}

/** The master context of a workspace in which nothing has happened yet. */
export function starterMasterContext(projectName: string): Readonly<Record<string, unknown>> {
  return {
    project: { name: projectName },
    foundational_references: ['foundational-docs/roadmap_template.md', 'foundational-docs/tech_arch_template.md'],
    decisions_made: [],
  }
}

function agentsGuide(projectName: string): string {
  return `# For agents working on ${projectName}

The backlog is the database \`db/cmos.sqlite\`; every other file about missions is a view of it. Use the command line:

- \`cmos mission status\` says what is under way and what comes next
- \`cmos mission start ID --summary "…"\` before you begin
- \`cmos mission complete ID --summary "…" --notes "…"\` when the success criteria are met
- \`cmos mission block ID --summary "…" --reason "…" --need "…"\` when you cannot go on; one \`--need\` for each thing
  that somebody else must do

Log at least once an hour while you work: longer silence is shown to the operator as stale.

Read before the first mission of a session:

${TEMPLATES}`
}

function readme(projectName: string): string {
  return `# ${projectName}: workspace

| path | holds |
| --- | --- |
| \`db/cmos.sqlite\` | missions, sprints, dependencies, contexts, session events |
| \`missions/\`, \`context/\` | views of the database, written on demand |
| \`telemetry/events/\` | event streams, one file per mission, and the health of the database |
| \`research/\` | reports on completed missions |
| \`docs/\` | the project's own documents |

Foundational documents:

${TEMPLATES}`
}
