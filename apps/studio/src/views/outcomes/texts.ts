/** Texts of the outcomes. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    title: 'Outcomes at the horizon',
    subtitle: 'Probability of each outcome with its 95% confidence interval',
    final: 'Shares at the horizon',
    share: 'share',
    mean: 'mean',
    interval: '95% interval',
    sd: 'sd',
    median: 'median',
    profile: 'outcome',
    probability: 'probability',
    undecided: 'undecided',
    passages: 'First passage',
    passagesHint: 'When a path first comes near a profile, over the paths that do so before the horizon.',
    passageMean: 'mean time',
    noPassage: 'No path comes near a pure profile before the horizon.',
  },
  'zh-CN': {
    title: '终止时刻的演化结局',
    subtitle: '各结局的概率及其 95% 置信区间',
    final: '终止时刻的策略比例',
    share: '策略比例',
    mean: '均值',
    interval: '95% 置信区间',
    sd: '标准差',
    median: '中位数',
    profile: '结局（策略组合）',
    probability: '概率',
    undecided: '未收敛',
    passages: '首次到达时间',
    passagesHint: '轨道首次进入某一策略组合邻域的时间，仅统计终止时刻前进入的轨道。',
    passageMean: '平均时间',
    noPassage: '终止时刻前没有轨道进入任何纯策略组合的邻域。',
  },
});
