// Stands in for Electron's own default app: loads the application folder named on the command line. It waits for the
// application's code, as Electron does for its own entry point, so that code still runs before the app is ready.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
try {
  await import(pathToFileURL(join(folder, manifest.main)).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}
