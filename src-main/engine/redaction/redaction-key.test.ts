import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../testing/temp-workspace'
import { redactText } from './redact-text'
import { redactionKey } from './redaction-key'

describe('the key of the marks', () => {
  it('is made when something is found, for its owner alone, in the user’s own data', async () => {
    const [userData, workspace] = [tempFolder(), tempFolder()]
    const place = { userData, database: join(workspace, 'cmos.sqlite') }
    await redactText('nothing to see', { key: redactionKey(place) })
    expect(existsSync(join(userData, 'redaction'))).toBe(false)
    await redactText('password: hunter22', { key: redactionKey(place) })
    const [file = ''] = readdirSync(join(userData, 'redaction'))
    expect(readFileSync(join(userData, 'redaction', file), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(userData, 'redaction', file)).mode & 0o777).toBe(0o600)
    expect(readdirSync(workspace)).toEqual([])
  })

  it('is the same for one store by whatever links it is reached, and another for another store', () => {
    const [userData, folder] = [tempFolder(), tempFolder()]
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    const keyOf = (path: string) => redactionKey({ userData, database: join(folder, path) })().toString('hex')
    expect(keyOf('link/cmos.sqlite')).toBe(keyOf('real/cmos.sqlite'))
    expect(keyOf('other.sqlite')).not.toBe(keyOf('real/cmos.sqlite'))
  })

  it('does without a place to keep it', () => {
    const file = join(tempFolder(), 'a file')
    writeFileSync(file, '')
    const key = redactionKey({ userData: file, database: join(tempFolder(), 'cmos.sqlite') })
    expect(key()).toHaveLength(32)
    expect(key()).toBe(key())
  })
})
