import { Check, Copy, Link2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { copyText } from '../mission/copy-text'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'

interface CleanCopyButtonProps {
  label: string
  /** Asked for when it is wanted: a whole document need not be cut out before. */
  text: () => string
  kind: 'path' | 'value'
}

/** Copies something agents wrote, without the secrets in it. */
export function CleanCopyButton({ label, text, kind }: CleanCopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const toast = useToast()
  const copy = async () => {
    try {
      const { text: clean, removed } = await call('redaction.clean', { text: text() })
      if (!copyText(clean)) return toast.say('The clipboard is not available')
      setCopied(true)
      announce('Copied')
      if (removed > 0) toast.say(`Copied without ${formatCounted(removed, 'secret')}`)
      setTimeout(() => setCopied(false), 1_500)
    } catch (error) {
      toast.refused(error)
    }
  }
  const Icon = kind === 'path' ? Link2 : Copy
  return (
    <Button icon aria-label={label} title={label} onClick={() => void copy()}>
      {copied ? <Check size={14} aria-hidden /> : <Icon size={14} aria-hidden />}
    </Button>
  )
}
