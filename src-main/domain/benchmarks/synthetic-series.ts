/** Where synthetic noise comes from: uniform numbers from 0 up to 1. */
export type Uniform = () => number

/** Kinds of noise that benchmark series show, in standard deviations. */
export const NOISE = {
  /** Well behaved. */
  normal: (next: Uniform) => normal(next),
  /** One run in twenty scatters five times as much. */
  outliers: (next: Uniform) => normal(next) * (next() < 0.05 ? 5 : 1),
  /** Never faster than the machine can, sometimes much slower. */
  skewed: (next: Uniform) => Math.abs(normal(next)) + (next() < 0.05 ? 6 : 0),
} as const
export type NoiseKind = keyof typeof NOISE

/** By how much run number `at` lies above the first level, in deviations. */
export type Course = (at: number) => number

/** A series around 100 whose noise has a deviation of 3. */
export function syntheticSeries(length: number, kind: NoiseKind, course: Course, next: Uniform): number[] {
  return Array.from({ length }, (_, at) => 100 + 3 * (NOISE[kind](next) + course(at)))
}

/** Box and Muller's normal deviate. */
function normal(next: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
