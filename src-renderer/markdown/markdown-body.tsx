import { createContext, type ReactNode, use, useState } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { LinkQuestion } from './link-question'
import { type SafeLink, safeLink, safeUrl, textMisleads } from './link-rules'
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

const Ask = createContext<(link: SafeLink) => void>(() => undefined)

interface LinkProps {
  href?: string | undefined
  children?: ReactNode
}

/** A link that asks before it leaves; one that must not be followed is only its words. */
function Link({ href, children }: LinkProps) {
  const ask = use(Ask)
  const link = safeLink(href)
  if (link === null) return <span className={css.dead}>{children}</span>
  return (
    <>
      <button type="button" className={css.link} onClick={() => ask(link)}>
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

/** Outside the component, so that showing a question does not build the note anew and lose the focus. */
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
  const [asked, setAsked] = useState<SafeLink | null>(null)
  return (
    <Ask value={setAsked}>
      <Markdown
        remarkPlugins={PLUGINS}
        allowedElements={ALLOWED}
        unwrapDisallowed
        urlTransform={safeUrl}
        components={COMPONENTS}
      >
        {text}
      </Markdown>
      {asked && <LinkQuestion link={asked} onClose={() => setAsked(null)} />}
    </Ask>
  )
}
