import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const APP = 'CMOS Desk'

/**
 * The folder of this app's own data for the user who runs it, the same for the window and the command line:
 * `CMOS_DESK_USER_DATA`, else the place the system has for the data of programs. Nothing is created.
 */
export function userDataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  if (env.CMOS_DESK_USER_DATA) return resolve(env.CMOS_DESK_USER_DATA)
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), APP)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP)
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), APP)
}
