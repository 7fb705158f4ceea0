import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleForChild } from './bundle-for-child'

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Bundles `cmos` and answers how to run it as another process, in a workspace, until the test ends. */
export async function commandLine(
  root: string,
): Promise<(args: readonly string[], stdin?: string) => Promise<Finished>> {
  const program = fileURLToPath(await bundleForChild('src-main/testing/command-line-entry.ts'))
  return (args, stdin = '') =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, '--root', root, ...args], { stdio: 'pipe' })
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, stdout, stderr }))
      // A command that reads nothing may be gone before its input is.
      child.stdin.on('error', () => {})
      child.stdin.end(stdin)
    })
}
