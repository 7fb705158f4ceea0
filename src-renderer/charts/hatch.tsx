/** The fill of what is most severe: a colour alone would not tell it from grey. Reference it as `HATCH`. */
export const HATCH = 'url(#severe-hatch)'

/** Defines the hatch inside a chart. */
export function HatchPattern() {
  return (
    <defs>
      <pattern id="severe-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--sev-3)" />
        <rect width="1.2" height="4" fill="var(--bg-panel)" />
      </pattern>
    </defs>
  )
}
