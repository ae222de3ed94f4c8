/**
 * The scenarios of the game file side by side.
 */

import { shownOutcomes } from '../draw/outcomes.js';
import { figure } from '../html/figure.js';
import { html } from '../html/markup.js';
import { groupedTable, table } from '../html/table.js';
import { brief } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { biasText, digits, intervalText, profileText } from './words.js';

export function scenariosSection({ figures: { scenarios }, pictures, set }: ReportContext): Section {
  const heading = { id: 'scenarios', title: 'Scenarios' };
  if (scenarios.length === 0 || pictures.scenarios === null) {
    return { ...heading, body: html`<p>The game file has no scenarios.</p>` };
  }
  const kept = shownOutcomes(scenarios);
  const values = Object.entries(set).map(([name, value]) => `${name} = ${brief(value)}`);
  const body = html`<p>Each scenario is a set of values of the game file; all else is the same${values.length === 0 ? '' : `, with ${values.join(', ')} set in all of them`}.</p>
${figure('scenarios-picture', pictures.scenarios, 'Outcomes of the scenarios with 95% intervals.')}
${table({
  id: 'scenarios-settings',
  caption: 'What each scenario sets',
  columns: [{ head: 'Scenario' }, { head: 'Values' }],
  rows: scenarios.map(({ name, values: own }) => [
    name,
    Object.entries(own)
      .map(([parameter, value]) => `${parameter} = ${brief(value)}`)
      .join(', '),
  ]),
})}
${groupedTable({
  id: 'scenarios-table',
  caption: 'Probability of the outcomes that some scenario makes likely',
  columns: [
    { head: 'Scenario' },
    { head: 'Outcome' },
    { head: 'Probability', figures: true },
    { head: '95% interval', figures: true },
    { head: 'Step bias at most', figures: true },
  ],
  groups: scenarios.map(({ name, outcomes }) => ({
    head: name,
    rows: kept.map((i) => {
      const { profile, probability, low, high, bias } = outcomes[i]!;
      return [profileText(profile), digits(probability), intervalText(low, high), biasText(bias)];
    }),
  })),
})}`;
  return { ...heading, body };
}
