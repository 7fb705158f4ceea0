// Where there is no screen, a virtual one.

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** True when windows would have nowhere to appear. */
export const headless = !hasDisplay

/** The command as it must be started here: wrapped in xvfb-run when `virtual`. */
export function onDisplay(command, { virtual = headless } = {}) {
  if (!virtual) return command
  return ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24 -nolisten tcp', ...command]
}
