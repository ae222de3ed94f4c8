/**
 * The charts of `@trilogue/charts` that the page draws, by name. Those of the first picture are there from the beginning; the
 * others are loaded when one of them is first drawn.
 */
import { bands, type ChartDescription, heatmap, outcomeBars } from '@trilogue/charts';

const first = { bands, heatmap, outcomeBars };
const others = () => import('./other-charts');

export type ChartName = keyof typeof first | keyof Awaited<ReturnType<typeof others>>;

type Draw = (input: never, size: { width?: number; height?: number }) => ChartDescription;

export async function chartOf(name: ChartName): Promise<Draw> {
  return name in first
    ? first[name as keyof typeof first]
    : (await others())[name as keyof Awaited<ReturnType<typeof others>>];
}
