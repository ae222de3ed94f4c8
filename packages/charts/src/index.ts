export { type BandsInput, bands, type ShareBands } from './bands/bands.js';
export { type BasinMapInput, basinMap } from './basins/basin-map.js';
export { type ComparedCurve, type ComparedPanel, type ComparisonInput, comparison } from './comparison/comparison.js';
export { type CurveInput, curve } from './curve/curve.js';
export type { ChartDescription, ChartOption, Heading, Metric, Size, SweepAxis } from './description.js';
export { bandsOf, type Ensemble, outcomeBarsOf, passageTimesOf } from './ensemble/ensemble-inputs.js';
export { type EvolutionInput, type EvolutionStart, type EvolvingShare, evolution } from './evolution/evolution.js';
export { type HeatmapInput, heatmap, type OverlaidLines } from './heatmap/heatmap.js';
export type { Hatch } from './heatmap/undecided.js';
export type { MaybeValue } from './metric.js';
export type { Outcome } from './outcomes/estimate.js';
export { type OutcomeBarsInput, outcomeBars } from './outcomes/outcome-bars.js';
export { type ScenarioBarsInput, type ScenarioOutcomes, scenarioBars } from './outcomes/scenario-bars.js';
export { type PassageProfile, type PassageTimesInput, passageTimes } from './passage/passage-times.js';
export { type CubeInput, cube } from './phase/cube.js';
export type { EquilibriumType } from './phase/equilibrium.js';
export type { DriftGrid } from './phase/nullclines.js';
export type { PhasePath } from './phase/paths.js';
export { type PortraitInput, portrait } from './phase/portrait.js';
export type { View } from './phase/projection.js';
export { type WorkPoint, type WorkPrecisionInput, workPrecision } from './precision/work-precision.js';
export { loadECharts } from './render/echarts.js';
export { type PngOptions, renderPng } from './render/png.js';
export { renderSvg, type SvgOptions } from './render/svg.js';
export { darkStyles, type PictureTheme } from './render/theme.js';
export {
  type CorrelationBarsInput,
  type CorrelationFactor,
  correlationBars,
} from './sensitivity/correlation-bars.js';
export type { Factor } from './sensitivity/groups.js';
export { type MorrisFactor, type MorrisPlotInput, morrisPlot } from './sensitivity/morris-plot.js';
export { type SobolBarsInput, type SobolIndex, sobolBars } from './sensitivity/sobol-bars.js';
export { type TornadoEnd, type TornadoFactor, type TornadoInput, tornado } from './sensitivity/tornado.js';
export { printable } from './text/printable.js';
export { type ChartWords, english } from './text/words.js';
