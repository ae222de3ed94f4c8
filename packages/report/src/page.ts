/**
 * The page: head, contents, sections in their order. One file that needs nothing else: no network, no script.
 */
import { html, styles } from './html/markup.js';
import { styleSheet } from './html/style.js';
import { adviceSection } from './sections/advice.js';
import { claimsSection } from './sections/claims.js';
import type { ReportContext, Section } from './sections/context.js';
import { dynamicsSection } from './sections/dynamics.js';
import { equilibriaSection } from './sections/equilibria.js';
import { factorsSection, pairSection } from './sections/factors.js';
import { gameSection } from './sections/game.js';
import { methodSection } from './sections/method.js';
import { noiseSection } from './sections/noise.js';
import { outcomesSection } from './sections/outcomes.js';
import { reproduceSection } from './sections/reproduce.js';
import { scenariosSection } from './sections/scenarios.js';
import { startSection } from './sections/start.js';
import { summarySection } from './sections/summary.js';

/** By which the head of a report is told from other pages: `<meta name="generator" content="trilogue report" />`. */
export const reportGenerator = 'trilogue report';

/** Nothing may be loaded, whatever a game file says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

export function reportPage(context: ReportContext): string {
  const { game, maker } = context;
  const sections = sectionsOf(context);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="generator" content="${reportGenerator}" />
<meta name="color-scheme" content="light dark" />
<title>${game.title}: report</title>
${styles(styleSheet())}
</head>
<body>
<header>
<h1>${game.title}</h1>
<p class="lead">A stochastic evolutionary game, <code>${game.name}</code>: equilibria, outcomes under noise, and what they depend on.</p>
<nav aria-label="Contents"><ol>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ol></nav>
</header>
<main>
${sections.map(({ id, title, body }) => html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${body}</section>\n`)}</main>
<footer>
<p>Made by trilogue ${maker.version}. Every figure was computed for this page; nothing on it is loaded from elsewhere.</p>
</footer>
</body>
</html>
`.markup;
}

/** The claims of a game that has some come first. */
function sectionsOf(context: ReportContext): Section[] {
  const claims = claimsSection(context);
  return [
    ...(claims === null ? [] : [claims]),
    summarySection(context),
    gameSection(context),
    equilibriaSection(context),
    noiseSection(context),
    dynamicsSection(context),
    outcomesSection(context),
    startSection(context),
    factorsSection(context),
    pairSection(context),
    scenariosSection(context),
    adviceSection(context),
    methodSection(context),
    reproduceSection(context),
  ];
}
