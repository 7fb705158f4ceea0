/** Files of one kind, and why they stay out of a package. */
export interface LeftOut {
  readonly patterns: readonly string[]
  readonly reason: string
}

/** Folders that stay out as a whole: nobody looks into them. */
export const LEFT_OUT_FOLDERS: readonly LeftOut[] = [
  { patterns: ['**/.git', '**/.hg', '**/.svn'], reason: 'The history of the project, not a part of the starter' },
  { patterns: ['dist'], reason: 'Packages that were made before' },
  { patterns: ['**/node_modules', '**/.venv', '**/venv'], reason: 'Installed by a package manager' },
  { patterns: ['**/__pycache__', '**/.cache', '**/.pytest_cache'], reason: 'Made again when it is needed' },
  { patterns: ['backups', 'db/backups', 'db/snapshots'], reason: 'Copies of data' },
  { patterns: ['telemetry/archive', 'logs'], reason: 'What happened here, not a part of the starter' },
  { patterns: ['.ssh', '.aws', '.gnupg', '.kube'].map((name) => `**/${name}`), reason: 'May hold credentials' },
]

/** Files that stay out; the first kind that fits gives the reason. Whatever fits none goes in. */
export const LEFT_OUT_FILES: readonly LeftOut[] = [
  {
    patterns: ['**/.env', '**/.env.*', '**/*.pem', '**/*.key', '**/*.p12', '**/*.pfx', '**/*.keystore', '**/id_rsa*'],
    reason: 'May hold credentials',
  },
  {
    patterns: ['**/id_ed25519*', '**/.npmrc', '**/.netrc', '**/.pypirc', '**/.git-credentials', '**/credentials.json'],
    reason: 'May hold credentials',
  },
  {
    patterns: ['db/desk.sqlite*'],
    reason: 'What operators did in the window, kept by CMOS Desk for this workspace alone',
  },
  {
    patterns: ['**/*.sqlite', '**/*.sqlite3', '**/*.db', '**/*-wal', '**/*-shm', '**/*-journal'],
    reason: 'A database with rows: only a fresh store goes in',
  },
  {
    patterns: ['SESSIONS.jsonl', 'sessions.jsonl', 'session.jsonl', '**/*.log', '**/nohup.out'],
    reason: 'What happened here, not a part of the starter',
  },
  {
    patterns: ['telemetry/**', '!telemetry/**/README.md', '!telemetry/**/*schema*'],
    reason: 'What happened here, not a part of the starter',
  },
  { patterns: ['runtime/**', '!runtime/**/README.md'], reason: 'Checkpoints of missions that ran here' },
  { patterns: ['research/**', '!research/**/README.md'], reason: 'Reports on missions of this workspace' },
  {
    patterns: ['**/*.{tar,tgz,gz,bz2,xz,zst,zip,7z,rar}'],
    reason: 'An archive: what is in it cannot be searched for secrets',
  },
  {
    patterns: ['**/*.{bak,backup,orig,rej}', '**/*.backup-*', '**/*~'],
    reason: 'A copy that an editor or a tool left',
  },
  {
    patterns: ['**/*.{tmp,swp,swo,pyc}', '**/.DS_Store', '**/Thumbs.db', '**/desktop.ini'],
    reason: 'Left by a program',
  },
  { patterns: ['MANIFEST.json'], reason: 'Every package gets a manifest of its own' },
  { patterns: ['.cmos-desk-sample', '**/.*.lock'], reason: 'A mark of a program for this workspace alone' },
]
