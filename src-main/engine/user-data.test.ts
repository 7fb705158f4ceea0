import { expect, test } from 'vitest'
import { userDataFolder } from './user-data'

test.each([
  ['linux', {}, '/home/ada/.config/CMOS Desk'],
  ['linux', { XDG_CONFIG_HOME: '/data/config' }, '/data/config/CMOS Desk'],
  ['darwin', {}, '/home/ada/Library/Application Support/CMOS Desk'],
  ['linux', { CMOS_DESK_USER_DATA: '/elsewhere' }, '/elsewhere'],
])('on %s with %o the data of this app are in %s', (platform, env, folder) => {
  expect(userDataFolder(env, platform, '/home/ada')).toBe(folder)
})
