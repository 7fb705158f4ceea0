/** What is written above the chart in its picture. */
export interface PictureHead {
  readonly title: string
  readonly subtitle: string
  /** Names of the series. */
  readonly legend: readonly string[]
}

const NAMESPACE = 'http://www.w3.org/2000/svg'
const HEAD = 56
const PAD = 14
/** Pixels a point, sharp on any screen. */
const SCALE = 2
/** What a picture must carry with it, as style sheets stay behind. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
]

/** Draws a chart with its title and legend as it stands, in the present theme; PNG as base64. */
export async function chartPicture(chart: SVGSVGElement, head: PictureHead): Promise<string> {
  const { width, height } = chart.getBoundingClientRect()
  const size = { width: Math.ceil(width) + 2 * PAD, height: Math.ceil(height) + HEAD + PAD }
  const drawing = document.createElementNS(NAMESPACE, 'svg')
  drawing.setAttribute('xmlns', NAMESPACE)
  drawing.setAttribute('width', String(size.width))
  drawing.setAttribute('height', String(size.height))
  drawing.append(rectangle({ x: 0, y: 0, ...size }, resolved(chart, 'var(--bg-panel)')))
  drawing.append(text(PAD, 22, head.title, { size: 13, weight: 600, fill: resolved(chart, 'var(--text)') }))
  const quiet = resolved(chart, 'var(--text-2)')
  drawing.setAttribute('font-family', 'system-ui, sans-serif')
  drawing.append(text(PAD, 40, captionOf(head), { size: 11, weight: 400, fill: quiet }))
  drawing.append(placed(carried(chart)))
  return rendered(drawing, size)
}

function captionOf({ subtitle, legend }: PictureHead): string {
  return legend.length === 0 ? subtitle : `${subtitle} · ${legend.join(', ')}`
}

/** A copy of the chart that keeps its look without the page's styles. */
function carried(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('The chart is no drawing')
  const [before, after] = [chart.querySelectorAll('*'), copy.querySelectorAll('*')]
  before.forEach((element, at) => {
    const style = getComputedStyle(element)
    for (const name of CARRIED) after[at]?.setAttribute(name, style.getPropertyValue(name))
  })
  for (const zoom of copy.querySelectorAll('[data-zoom]')) zoom.remove()
  return copy
}

function placed(chart: SVGSVGElement): SVGSVGElement {
  chart.setAttribute('x', String(PAD))
  chart.setAttribute('y', String(HEAD))
  return chart
}

function rectangle(box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>, fill: string): SVGElement {
  const made = document.createElementNS(NAMESPACE, 'rect')
  for (const [name, value] of Object.entries(box)) made.setAttribute(name, String(value))
  made.setAttribute('fill', fill)
  return made
}

function text(
  x: number,
  y: number,
  words: string,
  { size, weight, fill }: { readonly size: number; readonly weight: number; readonly fill: string },
): SVGElement {
  const made = document.createElementNS(NAMESPACE, 'text')
  made.setAttribute('x', String(x))
  made.setAttribute('y', String(y))
  made.setAttribute('font-size', String(size))
  made.setAttribute('font-weight', String(weight))
  made.setAttribute('fill', fill)
  made.textContent = words
  return made
}

/** The colour that a token comes to in the present theme. */
function resolved(near: Element, value: string): string {
  const probe = document.createElementNS(NAMESPACE, 'path')
  probe.style.fill = value
  near.append(probe)
  const fill = getComputedStyle(probe).fill
  probe.remove()
  return fill
}

async function rendered(
  drawing: SVGSVGElement,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The picture could not be drawn. Export the table as CSV instead.')
  context.scale(SCALE, SCALE)
  context.drawImage(image, 0, 0)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}
