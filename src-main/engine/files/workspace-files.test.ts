import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { plantedSecrets } from '../../testing/planted-secrets'
import { execute, openedWorkspace, tempFolder } from '../../testing/temp-workspace'
import { replaceFile } from './atomic-file'
import { syncBacklogFile, writeBacklogFile } from './backlog-file'
import { contextFileText, exportContexts } from './context-files'
import { checkDocumentReferences } from './document-references'
import { appendHealthLine } from './health-line'
import { exportResearch } from './research-file'
import { safeFileName, workspacePath } from './workspace-path'

const METADATA = '{"a":1.0,"big":12345678901234567890,"date":"2025-01-01","on":"yes","2":"b","1":"a"}'
const ROWS = `
INSERT INTO sprints (id, title, total_missions) VALUES ('S1', 'yes', 3);
INSERT INTO missions (id, sprint_id, name, status, notes, metadata) VALUES
  ('A', 'S1', 'no', 'Completed', 'line' || char(10) || 'two: x', '${METADATA}'), ('B', 'S1', '007', 'Queued', '', 'scribble'), ('C', NULL, 'x', 'Queued', NULL, NULL);
`

describe('the backlog file', () => {
  test('holds every sprint with its missions, and each text reads back as itself', () => {
    const { workspace } = openedWorkspace(ROWS)
    const path = syncBacklogFile(workspace.root, workspace.store)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('a: 1.0\n')
    expect(text).toContain('big: 12345678901234567890\n')
    const [header, body] = loadAll(text.replace('12345678901234567890', '7').replace('a: 1.0', 'a: 1'))
    expect(header).toMatchObject({ name: 'Planning.SprintPlan.v1', version: '0.0.0' })
    expect(body).toMatchObject({
      domainFields: {
        sprints: [
          {
            sprintId: 'S1',
            title: 'yes',
            focus: null,
            totalMissions: 3,
            missions: [
              {
                id: 'A',
                name: 'no',
                notes: 'line\ntwo: x',
                metadata: { a: 1, big: 7, date: '2025-01-01', on: 'yes', 1: 'a', 2: 'b' },
              },
              { id: 'B', name: '007', metadata: 'scribble' },
            ],
          },
        ],
        missionDependencies: [],
        promptMapping: { prompts: [] },
      },
    })
  })

  test('of an empty store is a valid file as well', () => {
    const { workspace } = openedWorkspace()
    const path = join(tempFolder(), 'deep', 'plan.yaml')
    writeBacklogFile(path, workspace.store)
    expect(loadAll(readFileSync(path, 'utf8'))[1]).toMatchObject({ domainFields: { sprints: [] } })
  })

  test('is written again when another program committed in between', () => {
    const { workspace, database } = openedWorkspace(ROWS)
    let versions = 0
    const store = {
      ...workspace.store,
      dataVersion: () => {
        versions += 1
        if (versions === 2) execute(database, "UPDATE missions SET name = 'changed meanwhile' WHERE id = 'A'")
        return workspace.store.dataVersion()
      },
    }
    const path = syncBacklogFile(workspace.root, store)
    expect(readFileSync(path, 'utf8')).toContain('changed meanwhile')
  })
})

describe('writing into a workspace', () => {
  test('replaces a file whole and leaves no draft, and a failed write keeps the old one', () => {
    const folder = tempFolder()
    const path = join(folder, 'a.txt')
    replaceFile(path, 'old')
    expect(() =>
      replaceFile(
        path,
        (function* () {
          yield 'new'
          throw new Error('stop')
        })(),
      ),
    ).toThrow('stop')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('a target that is a folder is a refusal that names it', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'plan.yaml'))
    expect(() => replaceFile(join(folder, 'plan.yaml'), 'x')).toThrow(/plan\.yaml could not be written/)
  })

  test.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a\u0000', 'con', 'NUL.txt', 'a:b', '.hidden', 'x'.repeat(300)])(
    'the id %j is no file name',
    (id) => {
      expect(() => safeFileName(id, '.md')).toThrow('no safe file name')
    },
  )

  test('a link that leads out of the workspace is not followed', () => {
    const { workspace } = openedWorkspace(ROWS)
    const outside = tempFolder()
    symlinkSync(outside, join(workspace.root, 'elsewhere'))
    expect(() => workspacePath(workspace.root, 'elsewhere', 'x.md')).toThrow('link')
    writeFileSync(join(outside, 'target'), '')
    symlinkSync(join(outside, 'target'), join(workspace.root, 'PROJECT_CONTEXT.json.link'))
    expect(() => workspacePath(workspace.root, 'PROJECT_CONTEXT.json.link')).toThrow('link')
  })

  test('a health line is one line in the form of other programs', () => {
    const root = tempFolder()
    appendHealthLine(root, { ok: true })
    appendHealthLine(root, { ok: false, error: 'no "way"' })
    const text = readFileSync(join(root, 'telemetry', 'events', 'database-health.jsonl'), 'utf8')
    expect(text.replaceAll(/\d{4}-[^"]+Z/g, 'T')).toBe(
      '{"ts": "T", "source": "mission_runtime", "status": "ok", "message": "database_available", "details": null}\n' +
        '{"ts": "T", "source": "mission_runtime", "status": "error", "message": "query_failed", "details": {"error": "no \\"way\\""}}\n',
    )
  })
})

describe('reports and contexts', () => {
  test('a report reads the brief at the top level, and no stored text closes its code block', async () => {
    const { workspace, database } = openedWorkspace(ROWS)
    execute(database, `UPDATE missions SET metadata = '{"description":"Find out","x":"a \`\`\` b"}' WHERE id = 'A'`)
    const place = { root: workspace.root, store: workspace.store, userData: tempFolder() }
    const wanted = { id: 'A', output: undefined, overwrite: false, allowIncomplete: false }
    const report = readFileSync((await exportResearch(place, wanted)).path, 'utf8')
    expect(report).toContain('## Mission Brief\nFind out\n')
    expect(report).toMatch(/\n````json\n[\s\S]*\n````\n$/)
    await expect(exportResearch(place, wanted)).rejects.toThrow('already exists')
    await expect(exportResearch(place, { ...wanted, id: 'B' })).rejects.toThrow('B is Queued')
  })

  test('a report loses its secrets, also those that only their key tells', async () => {
    const [secret] = plantedSecrets()
    const { workspace, database } = openedWorkspace(ROWS)
    const metadata = JSON.stringify({ description: 'Find out', password: 'oyster' })
    execute(database, `UPDATE missions SET metadata = '${metadata}', notes = 'used ${secret?.value}' WHERE id = 'A'`)
    const place = { root: workspace.root, store: workspace.store, userData: tempFolder() }
    const wanted = { id: 'A', output: undefined, overwrite: false, allowIncomplete: false }
    const { path, redacted } = await exportResearch(place, wanted)
    const report = readFileSync(path, 'utf8')
    expect(redacted).toBe(2)
    expect(report).toContain('Find out')
    expect(report).not.toContain('oyster')
    expect(report).not.toContain(secret?.value)
  })

  test('contexts keep the order of their keys and the spelling of their numbers; one broken context stops both files', () => {
    expect(contextFileText('c', '{"2":1.0,"1":[],"x":{"ü":1e5}}')).toBe(
      '{\n  "2": 1.0,\n  "1": [],\n  "x": {\n    "ü": 1e5\n  }\n}\n',
    )
    expect(contextFileText('c', undefined)).toBe('{}\n')
    const { workspace, database } = openedWorkspace(ROWS)
    execute(
      database,
      "DELETE FROM contexts; INSERT INTO contexts (id, source_path, content) VALUES ('master_context', '', '{oops')",
    )
    const folder = tempFolder()
    expect(() => exportContexts(workspace.root, workspace.store, folder)).toThrow(
      'Context master_context contains invalid JSON',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('guides are checked for the references they need and those they must not have', () => {
    const root = tempFolder()
    mkdirSync(join(root, 'context'))
    const good = 'foundational-docs/roadmap_template.md foundational-docs/tech_arch_template.md'
    writeFileSync(join(root, 'agents.md'), good)
    writeFileSync(join(root, 'README.md'), `${good} docs/roadmap.md`)
    expect(checkDocumentReferences(root)).toEqual([
      "README.md: contains forbidden reference 'docs/roadmap.md'",
      'context/MASTER_CONTEXT.json: missing file',
    ])
  })
})
