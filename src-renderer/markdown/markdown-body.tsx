import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { bridgeCommand } from '../bridge/bridge'
import { useToast } from '../parts/use-toast'
import { safeLink, safeUrl, textMisleads } from './link-rules'
import css from './safe-markdown.module.css'

/** Everything Markdown can make except images: loading one would tell its host that somebody reads the note. */
const ALLOWED = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'a', 'em', 'strong', 'del', 'input'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]
const PLUGINS = [remarkGfm]

function plainText(node: ReactNode): string {
  return typeof node === 'string' ? node : ''
}

interface LinkProps {
  href?: string | undefined
  children?: ReactNode
}

/** A link; the main process shows where it leads and asks before it opens. One not to be followed is only its words. */
function Link({ href, children }: LinkProps) {
  const toast = useToast()
  const { mutate } = useMutation({ ...bridgeCommand('links.open'), onError: toast.refused })
  const link = safeLink(href)
  if (link === null) return <span className={css.dead}>{children}</span>
  return (
    <>
      <button type="button" className={css.link} onClick={() => mutate({ url: link.url })}>
        {children}
      </button>
      {textMisleads(plainText(children), link) && <span className={css.host}> (leads to {link.host})</span>}
    </>
  )
}

/** Headings in a note rank below those of the panel around it. */
function heading({ children }: { children?: ReactNode }) {
  return <p className={css.heading}>{children}</p>
}

/** Outside the component, so that drawing again does not build the note anew and lose the focus. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  input: ({ checked }) => <span className={css.task}>{checked ? '☑' : '☐'}</span>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it
    <section className={css.table} aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
}

/** Renders Markdown that `planMarkdown` found harmless to render. */
export function MarkdownBody({ text }: { text: string }) {
  return (
    <Markdown
      remarkPlugins={PLUGINS}
      allowedElements={ALLOWED}
      unwrapDisallowed
      urlTransform={safeUrl}
      components={COMPONENTS}
    >
      {text}
    </Markdown>
  )
}
