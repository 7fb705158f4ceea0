import { Check, Copy, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'
import { copyText } from './copy-text'

interface CopyButtonProps {
  /** A long text is only put together when it is wanted. */
  text: string | (() => string)
  /** What is copied: becomes the button's name. */
  label: string
  icon?: LucideIcon
}

/** Copies a text, such as the command line that does the same as a button, without any secret in it. */
export function CopyButton({ text, label, icon: Icon = Copy }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const toast = useToast()
  const copy = async () => {
    try {
      const { text: clean, removed } = await call('redaction.clean', { text: typeof text === 'string' ? text : text() })
      if (!copyText(clean)) return toast.say('The clipboard is not available')
      setCopied(true)
      announce(typeof text === 'string' ? `Copied ${visibleText(clean)}` : 'Copied')
      if (removed > 0) toast.say(`Copied without ${formatCounted(removed, 'secret')}`)
      setTimeout(() => setCopied(false), 1_500)
    } catch (error) {
      toast.refused(error)
    }
  }
  const title = typeof text === 'string' ? `${label}: ${visibleText(text)}` : label
  return (
    <Button icon aria-label={label} title={title} onClick={() => void copy()}>
      {copied ? <Check size={14} aria-hidden /> : <Icon size={14} aria-hidden />}
    </Button>
  )
}
