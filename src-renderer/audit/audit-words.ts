const AREAS: Readonly<Record<string, string>> = {
  missions: 'mission',
  sprints: 'sprint',
  contexts: 'context',
  backups: 'backup',
  triage: 'triage',
  starters: 'starter',
  seeding: 'seed',
  migration: 'migration',
  exports: 'export',
  files: 'file views',
  telemetry: 'telemetry',
  benchmarks: 'benchmark',
  audit: 'audit log',
}

/** A method in words: `missions.assignSprint` is `Mission: assign sprint`. */
export function actionWords(method: string): string {
  const [area = '', ...rest] = method.split('.')
  const act = rest
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  const name = AREAS[area] ?? area
  const said = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return act === '' ? said : `${said}: ${act}`
}
