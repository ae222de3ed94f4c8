/** Texts of the heatmap. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    title: 'Two factors',
    x: 'Across',
    y: 'Up',
    swap: 'Exchange the factors',
    metric: 'Shows',
    cursor: 'Cell of the heatmap: arrow keys move, Enter sets both parameters',
    value: (metric: string, value: string) => `${metric} = ${value}`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    none: 'no value',
    set: (x: string, y: string) => `Click or Enter: set ${x} and ${y}`,
    from: 'from',
    to: 'to',
    fromFault: (to: string) => `A number below ${to}.`,
    toFault: (from: string) => `A number above ${from}.`,
    here: 'Where the parameters stand now',
  },
  'zh-CN': {
    title: '双因素分析',
    x: '横轴',
    y: '纵轴',
    swap: '交换两个因素',
    metric: '指标',
    cursor: '热力图单元格：方向键移动，回车键同时设定两个参数',
    value: (metric, value) => `${metric} = ${value}`,
    interval: (low, high) => `95% 置信区间 ${low} 至 ${high}`,
    none: '无取值',
    set: (x, y) => `单击或按回车键：设定 ${x} 和 ${y}`,
    from: '从',
    to: '到',
    fromFault: (to) => `请输入小于 ${to} 的数。`,
    toFault: (from) => `请输入大于 ${from} 的数。`,
    here: '当前参数所在位置',
  },
});
