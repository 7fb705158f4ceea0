import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { bridgeCommand, call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { Menu, MenuItem } from '../parts/menu'
import { useToast } from '../parts/use-toast'
import { chartPicture } from './chart-picture'
import { type ChartTable, fileRows } from './chart-table'

/** More rows than a chart has points; a longer table is exported by its view. */
const MOST_ROWS = 10_000

interface PanelExportProps {
  title: string
  /** What the files are named after. */
  name: string
  table: () => ChartTable
  /** Null while no chart is on show. */
  picture: {
    readonly subtitle: string
    readonly legend: readonly string[]
    readonly svg: () => SVGSVGElement | null
  } | null
}

/** Writes what a panel shows to a file, as figures or as a picture. */
export function PanelExport({ title, name, table, picture }: PanelExportProps) {
  const toast = useToast()
  const figures = useMutation({
    ...bridgeCommand('telemetry.export'),
    onSuccess: ({ path, rows, redacted }) => {
      const without = redacted === 0 ? '' : ` ${formatCounted(redacted, 'secret')} taken out.`
      toast.say(`Exported ${formatCounted(rows, 'row')}`, `${path}.${without}`)
    },
    onError: toast.refused,
  })
  const drawing = useMutation({
    mutationFn: async (svg: SVGSVGElement) => {
      const head = { title: name, subtitle: picture?.subtitle ?? '', legend: picture?.legend ?? [] }
      return call('telemetry.picture', { name, png: await chartPicture(svg, head) })
    },
    onSuccess: ({ path }) => toast.say('Exported the picture', path),
    onError: toast.refused,
  })
  const asFigures = () => {
    const full = table()
    const columns = full.columns.map((column) => column.name)
    figures.mutate({ name, columns, rows: fileRows(full).slice(0, MOST_ROWS) })
  }
  const svg = picture?.svg
  return (
    <Menu
      align="end"
      trigger={
        <Button icon aria-label={`Export ${title}`} title="Export" disabled={figures.isPending || drawing.isPending}>
          <Download size={13} aria-hidden />
        </Button>
      }
    >
      <MenuItem onClick={asFigures}>Figures as CSV</MenuItem>
      <MenuItem
        disabled={svg === undefined}
        onClick={() => {
          const chart = svg?.()
          if (chart) drawing.mutate(chart)
        }}
      >
        Picture as PNG
      </MenuItem>
    </Menu>
  )
}
