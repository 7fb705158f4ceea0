import { storeMigrations } from '../../drizzle/migrations'

/** The structure of a store we create, as text that can be applied to it again without changing anything. */
export function schemaText(): string {
  return storeMigrations
    .join('\n')
    .trim()
    .replace(/^CREATE (TABLE|VIEW|INDEX) /gm, 'CREATE $1 IF NOT EXISTS ')
}
