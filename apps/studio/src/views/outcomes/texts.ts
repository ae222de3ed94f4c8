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
    passageMean: 'mean time',
    passageMedian: 'median time',
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
    passages: '首次到达',
    passageMean: '平均时间',
    passageMedian: '中位时间',
  },
});
