/**
 * Titles of the bundled game in Chinese. Titles belong to game files, so a game of one's own speaks the language that it is
 * written in; a title that is not here is shown as it stands.
 */
import type { Game } from '@trilogue/core';
import type { Language } from '../state/state';

const chinese: Readonly<Record<string, string>> = {
  'Cross-department data sharing': '跨部门数据共享',
  'Functional department A': '职能部门 A',
  'Functional department B': '职能部门 B',
  'Data management department': '数据管理部门',
  'Investment of A in data sharing (digitalisation and training)': 'A 的数据共享投入（数字化与培训）',
  'Investment of B in data sharing (digitalisation and training)': 'B 的数据共享投入（数字化与培训）',
  'Cost per unit of investment': '单位投入成本',
  'Part of the cost that coordination saves (interfaces and standards)': '统筹协调节约的成本比例（接口与标准统一）',
  'External effect per unit of investment, when both share': '双方共享时单位投入的外部效应',
  "Direct benefit to A of B's data": 'B 的数据给 A 带来的直接收益',
  "Direct benefit to B of A's data": 'A 的数据给 B 带来的直接收益',
  'Part of that benefit kept while withholding (free riding)': '不共享时仍保留的收益比例（搭便车）',
  'Synergy of joint sharing at full trust': '完全信任下共同共享的协同收益',
  'How far coordination lifts the synergy': '统筹协调对协同收益的提升程度',
  'Trust between the departments': '部门间信任程度',
  'Risk that A perceives in sharing at zero trust': '无信任时 A 感知的共享风险',
  'Risk that B perceives in sharing at zero trust': '无信任时 B 感知的共享风险',
  'Reward that a coordinating M pays to each sharing department': '统筹的 M 对每个共享部门的奖励',
  'Penalty on a withholding department under coordination': '统筹时对不共享部门的惩罚',
  'Cost of coordinating': '统筹协调成本',
  'Good review - credit of a coordinating M per sharing department': '好评：统筹的 M 从每个共享部门获得的绩效',
  'Bad review - loss of a passive M per sharing department': '差评：不作为的 M 因每个共享部门受到的损失',
  'Penalty from above on a passive M when nobody shares (top-down promotion)':
    '无人共享时上级对不作为的 M 的惩罚（自上而下推动）',
  'Noise intensity of A': 'A 的高斯白噪声强度',
  'Noise intensity of B': 'B 的高斯白噪声强度',
  'Noise intensity of M': 'M 的高斯白噪声强度',
};

/** The three kinds of data management department that the bundled game has as scenarios. */
const chineseScenarios: Readonly<Record<string, string>> = {
  independent: '独立设置',
  'added-functions': '增加职能',
  'inner-division': '内设机构',
};

/** A scenario in the page's language. */
export function scenarioTitle(game: Pick<Game, 'title'>, scenario: string, language: Language): string {
  const known = language === 'zh-CN' && game.title === 'Cross-department data sharing';
  return (known ? chineseScenarios[scenario] : undefined) ?? scenario;
}

/** A title of a game file in the page's language. */
export function gameTitle(title: string, language: Language): string {
  return language === 'zh-CN' ? (chinese[title] ?? title) : title;
}

/** The title of a factor group: the page's words for the usual five, else the name in the file. */
export function groupWords(titles: Readonly<Record<string, string>>, group: string | null): string {
  return group === null ? '' : (titles[group] ?? group);
}
