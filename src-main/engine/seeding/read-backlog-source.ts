import type { ImportNotes } from './import-notes'
import { quoted } from './import-notes'
import { createMissionReader, type MissionRow } from './mission-entry'
import { type PromptRow, promptOf } from './prompt-entries'
import { readYaml, type TakeItem, type YamlFile, type YamlMap, type YamlValue } from './read-yaml'
import { numberIn, textIn } from './yaml-columns'

export interface SprintRow {
  readonly id: string
  readonly title: string
  readonly focus: string | null
  readonly status: string | null
  readonly startDate: string | null
  readonly endDate: string | null
  readonly totalMissions: number | null
  readonly completedMissions: number | null
}

export interface DependencyRow {
  readonly fromId: string
  readonly toId: string
  readonly type: string
}

/** Everything a backlog file says. */
export interface BacklogContent {
  readonly sprints: readonly SprintRow[]
  /** In the order of the file, which is the order of the queue. */
  readonly missions: readonly MissionRow[]
  readonly dependencies: readonly DependencyRow[]
  readonly prompts: readonly PromptRow[]
}

const EMPTY: BacklogContent = { sprints: [], missions: [], dependencies: [], prompts: [] }
const SPRINT_KEYS = new Set([
  'sprintId',
  'title',
  'focus',
  'status',
  'startDate',
  'endDate',
  'totalMissions',
  'completedMissions',
  'missions',
])
const EDGE_KEYS = new Set(['from', 'to', 'type'])
/** What stands above the sprints when one document holds both. */
const HEADER_KEYS = ['name', 'version', 'displayName', 'description', 'author', 'schema', 'generatedAt', 'tags']
const PLAN_KEYS = new Set(['type', 'sprints', 'missions', 'missionDependencies', 'promptMapping'])

/** Reads a backlog: of two documents the second, or a single one. Throws `invalid_input` when it is no YAML. */
export function readBacklogSource(file: string, text: string, notes: ImportNotes): BacklogContent {
  const reading = new BacklogReading(file, notes)
  const yaml = readYaml(text, reading.takeItem)
  for (const { key, line } of yaml.duplicates) {
    notes.leaveOut(file, line, `The key ${quoted(key)} stood there already; the last one counts.`)
  }
  const plan = planOf(file, yaml, notes)
  return plan === undefined ? EMPTY : reading.read(plan, yaml.lineOf)
}

/** The document with the sprints: beside a header it is the second one that says something. */
function planOf(file: string, yaml: YamlFile, notes: ImportNotes): YamlMap | undefined {
  const documents = yaml.documents.filter((document) => document !== null)
  const plans = documents.map(domainFields)
  const chosen = [1, 0, ...plans.keys()].find((index) => plans[index] !== undefined)
  if (chosen === undefined) {
    notes.leaveOut(file, null, 'No document in it has sprints (domainFields.sprints), so it gives no missions.')
    return undefined
  }
  for (const [index, document] of documents.entries()) {
    if (index === chosen || plans[index] === undefined || !(document instanceof Map)) continue
    notes.leaveOut(file, yaml.lineOf(document), `A further document with sprints; only document ${chosen + 1} counts.`)
  }
  return plans[chosen]
}

function domainFields(document: YamlValue): YamlMap | undefined {
  if (!(document instanceof Map)) return undefined
  const inner = document.get('domainFields')
  if (inner instanceof Map) return inner
  return document.has('sprints') || document.has('missions') ? document : undefined
}

function sprintOf(id: string, sprint: YamlMap): SprintRow {
  return {
    id,
    title: textIn(sprint, 'title') ?? '',
    focus: textIn(sprint, 'focus'),
    status: textIn(sprint, 'status'),
    startDate: textIn(sprint, 'startDate'),
    endDate: textIn(sprint, 'endDate'),
    totalMissions: numberIn(sprint, 'totalMissions'),
    completedMissions: numberIn(sprint, 'completedMissions'),
  }
}

class BacklogReading {
  private readonly sprints = new Map<string, SprintRow>()
  private readonly missions = new Map<string, MissionRow>()
  private readonly dependencies = new Map<string, DependencyRow>()
  private readonly prompts: PromptRow[] = []
  private readonly missionOf: ReturnType<typeof createMissionReader>

  private lineOf: YamlFile['lineOf'] = () => 0

  constructor(
    private readonly file: string,
    private readonly notes: ImportNotes,
  ) {
    this.missionOf = createMissionReader(file, (part) => this.lineOf(part), notes)
  }

  /** Takes one sprint of a backlog that is too long to be held as a whole. */
  readonly takeItem: TakeItem = (sprint, lineOf) => {
    this.lineOf = lineOf
    this.takeSprint(sprint)
  }

  read(plan: YamlMap, lineOf: YamlFile['lineOf']): BacklogContent {
    this.lineOf = lineOf
    for (const sprint of this.mappingsOf(plan, 'sprints')) this.takeSprint(sprint)
    for (const mission of this.mappingsOf(plan, 'missions')) this.takeMission(mission, null)
    for (const edge of this.mappingsOf(plan, 'missionDependencies')) this.takeDependency(edge)
    const mapping = plan.get('promptMapping')
    if (mapping instanceof Map) for (const prompt of this.mappingsOf(mapping, 'prompts')) this.takePrompt(prompt)
    this.leaveOutKeys(
      plan,
      plan.has('version') ? new Set([...PLAN_KEYS, ...HEADER_KEYS]) : PLAN_KEYS,
      () => 'of the plan',
    )
    return {
      sprints: [...this.sprints.values()],
      missions: [...this.missions.values()],
      dependencies: [...this.dependencies.values()],
      prompts: this.prompts,
    }
  }

  private takeSprint(sprint: YamlMap): void {
    const id = textIn(sprint, 'sprintId')
    if (!id) {
      this.leaveOut(sprint, 'A sprint without a sprintId, and all of its missions.')
      return
    }
    if (this.sprints.has(id)) this.leaveOut(sprint, `Sprint ${quoted(id)} stood there already; the last one counts.`)
    this.sprints.delete(id)
    this.sprints.set(id, sprintOf(id, sprint))
    this.leaveOutKeys(sprint, SPRINT_KEYS, () => `of sprint ${quoted(id)}`)
    for (const mission of this.mappingsOf(sprint, 'missions')) this.takeMission(mission, id)
  }

  private takeMission(entry: YamlMap, sprintId: string | null): void {
    const mission = this.missionOf(entry, sprintId)
    if (mission === undefined) return
    if (this.missions.has(mission.id)) {
      this.leaveOut(entry, `Mission ${quoted(mission.id)} stood there already; the last one counts.`)
    }
    this.missions.delete(mission.id)
    this.missions.set(mission.id, mission)
  }

  private takeDependency(edge: YamlMap): void {
    const fromId = textIn(edge, 'from') ?? ''
    const toId = textIn(edge, 'to') ?? ''
    const words = () => `he dependency ${quoted(fromId)} → ${quoted(toId)}`
    const problem = this.problemOf(fromId, toId)
    if (problem !== undefined) {
      this.leaveOut(edge, `T${words()}: ${problem}.`)
      return
    }
    const key = `${fromId.length} ${fromId} ${toId}`
    const type = textIn(edge, 'type') ?? 'Blocks'
    const known = this.dependencies.get(key)
    if (known !== undefined && known.type !== type) {
      this.leaveOut(edge, `T${words()} stood there already as ${quoted(known.type)}; the last one counts.`)
    }
    this.dependencies.set(key, { fromId, toId, type })
    this.leaveOutKeys(edge, EDGE_KEYS, () => `of t${words()}`)
  }

  private problemOf(fromId: string, toId: string): string | undefined {
    if (fromId === '' || toId === '') return 'it needs both ends (from, to)'
    const unknown = [fromId, toId].find((id) => !this.missions.has(id))
    if (unknown !== undefined) return `there is no mission ${quoted(unknown)}`
    return fromId === toId ? 'a mission cannot wait for itself' : undefined
  }

  private takePrompt(entry: YamlMap): void {
    const prompt = promptOf(entry)
    if (prompt === undefined) this.leaveOut(entry, 'A prompt mapping without prompt or agentBehavior.')
    else this.prompts.push(prompt)
  }

  /** The mappings of a list; whatever else is in it is listed. */
  private mappingsOf(parent: YamlMap, key: string): YamlMap[] {
    const list = parent.get(key)
    if (list === undefined || list === null) return []
    if (!Array.isArray(list)) {
      this.leaveOut(parent, `${key} is not a list.`)
      return []
    }
    const wrong = list.filter((item) => !(item instanceof Map) && item !== null).length
    if (wrong > 0) this.leaveOut(parent, `${wrong} of the entries under ${key} are no mappings.`)
    return list.filter((item) => item instanceof Map)
  }

  private leaveOutKeys(map: YamlMap, known: ReadonlySet<string>, of: () => string): void {
    const extra = [...map.keys()].filter((key) => !known.has(key))
    if (extra.length > 0) {
      this.leaveOut(
        map,
        `${extra.map(quoted).join(', ')} ${of()}: the store has no column for ${extra.length === 1 ? 'it' : 'them'}.`,
      )
    }
  }

  private leaveOut(part: YamlMap, reason: string): void {
    this.notes.leaveOut(this.file, this.lineOf(part), reason)
  }
}
