import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { useToast } from '../parts/use-toast'

interface CopyButtonProps {
  text: string
  /** What is copied: becomes the button's name. */
  label: string
}

/** Copies a text, most often the command line that does the same as a button. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const toast = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(`Copied ${text}`)
      setTimeout(() => setCopied(false), 1_500)
    } catch {
      toast.say('The clipboard is not available', text)
    }
  }
  return (
    <Button icon aria-label={label} title={`${label}: ${text}`} onClick={() => void copy()}>
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </Button>
  )
}
