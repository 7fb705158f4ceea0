/** The marks we set. A rule's name is words alone, so that a secret cannot be passed off as one. */
export const MARKS = /\[REDACTED:(?:1password|[a-z]{2,20}(?:-[a-z]{2,20}){0,4}):[0-9a-f]{8}\]/g

/** The key of a workspace's marks, or how to get it: nobody needs it before something is found. */
export type MarkKey = Buffer | (() => Buffer)

/** What stands where a secret stood: the same secret has the same mark in one workspace, and nobody can go back from it. */
export function markOf(rule: string, secret: string, key: MarkKey): string {
  return `[REDACTED:${rule}:${hmac8(secret, key)}]`
}

/** Eight hexadecimal digits by which two findings of one workspace can be told to be the same secret. */
export function hmac8(secret: string | Buffer, key: MarkKey): string {
  // Asked for when it is needed: an import would load all of it with every command.
  return process
    .getBuiltinModule('node:crypto')
    .createHmac('sha256', key instanceof Function ? key() : key)
    .update(secret)
    .digest('hex')
    .slice(0, 8)
}
