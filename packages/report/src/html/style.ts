/**
 * The look of the page: one column, a serif for reading, light and dark by the reader's wish, and paper.
 */
import { darkStyles } from '@trilogue/charts';

const light = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --soft: #4a5058; --line: #d5d9de; --band: #f4f5f7; --accent: #0b5a94;
  --good: #17663a; --bad: #a3331f; --open: #7a5a00;
}`;

const dark = `:root {
  --paper: #15181c; --ink: #e8eaed; --soft: #b6bcc4; --line: #3a4046; --band: #1e2226; --accent: #7cc0f2;
  --good: #6fcf97; --bad: #ff9f8a; --open: #e6c35c;
}`;

const base = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 Charter, "Bitstream Charter", Cambria, Georgia, "Noto Serif", serif;
  counter-reset: table figure;
}
main, body > header, body > footer { max-width: 61rem; margin: 0 auto; padding: 0 0.75rem; }
body > header { padding-top: 2.5rem; }
body > footer { padding-bottom: 3rem; color: var(--soft); font-size: 0.9rem; }
p, ul, ol, dl { max-width: 46rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.4rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 3rem 0 0.8rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h4 { font-size: 1rem; line-height: 1.35; margin: 1.4rem 0 0.3rem; }
h1, h2, h3, h4, p, li, td, th, dd, figcaption, caption { overflow-wrap: break-word; }
a { color: var(--accent); }
.lead { color: var(--soft); font-size: 1.1rem; margin-top: 0; }
.small, figcaption, caption { color: var(--soft); font-size: 0.92rem; }
code, pre { font-family: "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 0.86rem; }
code { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--band); padding: 0.8rem; border-radius: 4px; margin: 0.6rem 0; }
math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "DejaVu Math TeX Gyre", math; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.4rem; margin: 0.4rem 0 0; }
nav li { break-inside: avoid; }
.scroll { overflow-x: auto; margin: 1.1rem 0; }
.scroll:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; min-width: min(100%, 30rem); }
table code { white-space: nowrap; }
caption { caption-side: top; text-align: left; padding-bottom: 0.35rem; max-width: 46rem; }
caption::before { counter-increment: table; content: "Table " counter(table) ". "; font-weight: 600; color: var(--ink); }
figcaption::before { counter-increment: figure; content: "Figure " counter(figure) ". "; font-weight: 600; color: var(--ink); }
thead th { border-bottom: 1.5px solid var(--ink); border-top: 1.5px solid var(--ink); }
tbody:last-child tr:last-child > *, tbody:last-child th[rowspan] { border-bottom: 1.5px solid var(--ink); }
th, td { padding: 0.28rem 0.75rem 0.28rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 400; min-width: 5.5rem; }
tbody th small { display: block; }
.worded { display: block; min-width: 12.5rem; }
.figures { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
td.figures { white-space: nowrap; }
td small { display: block; font-size: 0.88em; color: var(--soft); }
th:last-child, td:last-child { padding-right: 0; }
.whole { white-space: nowrap; }
figure { margin: 1.4rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { max-width: 46rem; margin-top: 0.3rem; }
.narrow { display: none; }
.cards svg { width: 100%; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18.4rem, 100%), 1fr)); gap: 0 1.5rem; }
.cards figure { margin: 0.7rem 0; }
.verdict { font-weight: 700; }
.holds { color: var(--good); } .fails { color: var(--bad); } .undecided { color: var(--open); }
.note { border-left: 4px solid var(--accent); background: var(--band); padding: 0.6rem 0.9rem; max-width: 46rem; margin: 1rem 0; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: 0.25rem 1.2rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
`;

/** A table that cannot be as narrow as the column may use the margin beside it. */
const desk = `
.scroll { margin-right: max(-14rem, calc((61rem - 100vw) / 2 + 1.25rem)); }
.scroll table { max-width: 59.5rem; }
`;

const phone = `
body { font-size: 1rem; }
h1 { font-size: 1.6rem; }
nav ol { columns: 1; }
.wide { display: none; } .narrow { display: block; }
caption { max-width: calc(100vw - 1.5rem); }
.scroll table { width: max-content; max-width: 46rem; }
dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 0.5rem; }
`;

const paper = `
@page { margin: 18mm 16mm; }
body { font-size: 10pt; }
main, body > header, body > footer { max-width: none; padding: 0; }
h2, h3, h4, h2 + p, h3 + p { break-after: avoid; }
.cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
figure, tr, .note, .together { break-inside: avoid; }
thead { display: table-header-group; break-after: avoid; }
caption { break-after: avoid; break-inside: avoid; }
.scroll { overflow: visible; }
table { font-size: 8.5pt; }
figure svg { max-height: 22cm; }
a { color: inherit; text-decoration: none; }
pre { font-size: 7.5pt; }
`;

/** The style sheet of the page. */
export function styleSheet(): string {
  return [
    light,
    base,
    `@media screen and (prefers-color-scheme: dark) {\n${dark}\n${darkStyles('figure')}\n}`,
    `@media screen and (min-width: 63.5rem) {${desk}}`,
    `@media screen and (max-width: 46rem) {${phone}}`,
    `@media print {${paper}}`,
  ].join('\n');
}
