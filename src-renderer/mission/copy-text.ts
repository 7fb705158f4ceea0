/**
 * Puts a text on the clipboard in answer to a click; false when that was refused. The window grants no permissions, so
 * the asynchronous clipboard is closed to it, and the copy event of a gesture is the way that needs none.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put)
  }
}
