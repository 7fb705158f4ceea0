import { glob } from 'tinyglobby'

/** What other programs installed or made is not the workspace's to look after. */
const NOT_OURS = ['**/node_modules/**', '**/.git/**', 'dist/**', '**/*.backup-*/**']

/** Every Markdown document of a workspace, relative to it, with slashes, in order; links to folders are not followed. */
export async function findDocuments(root: string, signal: AbortSignal): Promise<string[]> {
  const options = { cwd: root, ignore: NOT_OURS, followSymbolicLinks: false, caseSensitiveMatch: false, signal }
  const found = await glob(['**/*.md', '**/*.markdown'], { ...options, expandDirectories: false })
  return found.map((path) => path.replaceAll('\\', '/')).sort()
}
