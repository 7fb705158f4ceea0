import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'
import { copyText } from './copy-text'

interface CopyButtonProps {
  text: string
  /** What is copied: becomes the button's name. */
  label: string
}

/** Copies a text, most often the command line that does the same as a button. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const toast = useToast()
  const copy = () => {
    if (!copyText(text)) return toast.say('The clipboard is not available', text)
    setCopied(true)
    announce(`Copied ${text}`)
    setTimeout(() => setCopied(false), 1_500)
  }
  return (
    <Button icon aria-label={label} title={`${label}: ${text}`} onClick={copy}>
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </Button>
  )
}
