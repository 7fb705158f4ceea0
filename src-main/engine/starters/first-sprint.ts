import type { StoreContent } from '../../store/fill-store'

const SPRINT = 'Sprint 01'

/** The backlog of a new workspace: one sprint whose first mission is to say what this project is for. */
export function firstSprint(): Pick<StoreContent, 'sprints' | 'missions'> {
  return {
    sprints: [
      {
        id: SPRINT,
        title: 'Find our feet',
        focus: 'Agents and people agree on what is to be built, and know how work is taken and finished here.',
        status: 'Active',
      },
    ],
    missions: [
      {
        id: 'S01.1',
        sprintId: SPRINT,
        name: 'Say what this project is for, and plan its first missions',
        status: 'Queued',
        metadata: JSON.stringify({
          description:
            'Read agents.md and the README. Ask the operator what will be true for whom when the project is done, and write it into the roadmap and the architecture.',
          successCriteria: [
            'foundational-docs/roadmap_template.md names the outcome and the first sprint',
            'foundational-docs/tech_arch_template.md names the parts and the data',
            'At least three missions with success criteria are queued in Sprint 01',
          ],
          deliverables: ['foundational-docs/roadmap_template.md', 'foundational-docs/tech_arch_template.md'],
        }),
      },
    ],
  }
}
