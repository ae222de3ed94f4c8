/**
 * What stands where: navigation and sidebar, in both languages.
 */
import type { DefaultTheme } from 'vitepress';

type Item = DefaultTheme.SidebarItem;

/** A section of the sidebar from titles and links. */
function section(text: string, pages: Record<string, string>, collapsed = false): Item {
  return { text, collapsed, items: Object.entries(pages).map(([title, link]) => ({ text: title, link })) };
}

const packages = 'core random engine analysis sensitivity study charts report cluster results'.split(' ');

const reference: Item = {
  text: 'Reference',
  collapsed: false,
  items: [
    { text: 'Command line', link: '/reference/command-line' },
    { text: 'Gallery of charts', link: '/reference/gallery' },
    { text: 'The game file', link: '/game-file' },
    { text: 'Backends', link: '/backends' },
    ...packages.map((name) => ({
      text: `@trilogue/${name}`,
      link: `/reference/${name}/`,
      collapsed: true,
      items: [{ text: 'All exports', link: `/reference/${name}/api` }],
    })),
    { text: '@trilogue/studio', link: '/reference/studio/' },
  ],
};

const sidebar: Item[] = [
  section('Start', {
    Tutorial: '/tutorial',
    'All pages': '/contents',
  }),
  section('Concepts', {
    'Stochastic replicator dynamics': '/concepts/replicator-dynamics',
    'Dynamics and mutation': '/concepts/dynamics',
    'Noise and boundaries': '/concepts/noise',
    'Equations as papers print them': '/concepts/as-printed',
    'The probability of an outcome': '/concepts/outcome-probabilities',
    'Schemes and errors': '/concepts/schemes-and-errors',
    'Sensitivity indices': '/concepts/sensitivity-indices',
    Equilibria: '/equilibria',
    Randomness: '/randomness',
  }),
  section('Guides', {
    'Figures for a paper': '/figures',
    Heatmaps: '/guides/heatmap',
    'Schemes and accuracy': '/schemes-and-accuracy',
    Sensitivity: '/sensitivity',
    Recommendation: '/guides/recommendation',
    'The report': '/report',
    'The studio': '/studio',
    'Large sweeps': '/large-sweeps',
    'Many machines': '/cluster',
    'Coming from MATLAB': '/guides/matlab',
    'Export to MATLAB and LaTeX': '/export',
    'A game in TypeScript': '/guides/game-in-typescript',
    'The engine in an application': '/guides/embedding',
    'Reproducing a result': '/guides/reproducing',
  }),
  section('The data-sharing study', { 'The study': '/study-data-sharing', 'The game': '/model-data-sharing' }),
  reference,
  section('Validation', {
    'Known answers': '/validation/results',
    'Stated errors': '/validation/stated-errors',
    'Random numbers': '/validation/random',
    'Sensitivity analysis': '/validation/sensitivity',
    'Mutation testing': '/validation/mutation',
    'Coverage of the tests': '/validation/coverage',
    Benchmarks: '/benchmarks',
  }),
  section('Project', {
    Contributing: '/contributing',
    Releasing: '/releasing',
    'Threat model': '/threat-model',
    Decisions: '/decisions/',
  }),
];

export const english: { themeConfig: DefaultTheme.Config } = {
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'All pages', link: '/contents' },
      { text: 'Command line', link: '/reference/command-line' },
    ],
    sidebar,
  },
};

export const chinese: {
  locale: { themeConfig: DefaultTheme.Config };
  search: NonNullable<DefaultTheme.LocalSearchOptions['translations']>;
} = {
  locale: {
    themeConfig: {
      nav: [
        { text: '教程', link: '/zh/tutorial' },
        { text: '全部文档（英文）', link: '/contents' },
      ],
      sidebar: [section('开始', { 首页: '/zh/', 教程: '/zh/tutorial', 论文方程的写法: '/zh/as-printed' })],
      outline: { level: 'deep', label: '本页目录' },
      docFooter: { prev: '上一页', next: '下一页' },
      darkModeSwitchLabel: '深浅主题',
      lightModeSwitchTitle: '切换到浅色',
      darkModeSwitchTitle: '切换到深色',
      sidebarMenuLabel: '目录',
      returnToTopLabel: '回到顶部',
      langMenuLabel: '切换语言',
      skipToContentLabel: '跳到正文',
    },
  },
  search: {
    button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
    modal: {
      displayDetails: '显示详情',
      resetButtonTitle: '清除',
      backButtonTitle: '返回',
      noResultsText: '没有找到',
      footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
    },
  },
};
