// node --import ./scripts/typescript.mjs file.ts: resolves the sources' imports, which name no extension.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve(specifier, context, next) {
    if (/^\.{1,2}\//.test(specifier) && context.parentURL) {
      const url = new URL(`${specifier}.ts`, context.parentURL)
      if (existsSync(fileURLToPath(url))) return next(`${specifier}.ts`, context)
    }
    return next(specifier, context)
  },
})
