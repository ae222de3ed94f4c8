import { type ReportTask, taskWords } from '@trilogue/report';
import { translations } from '../i18n/translations';

export const texts = translations({
  en: {
    save: 'Make a report (HTML)',
    name: 'Report',
    making: (title: string) => `A report of “${title}” is being made; go on meanwhile.`,
    done: (percent: string, task: string) => `${percent}%: ${task}`,
    tasks: taskWords as Readonly<Record<ReportTask, string>>,
    cancel: 'Cancel',
    saved: (file: string) => `The report is saved as ${file}.`,
    again: 'Save it again',
    close: 'Close',
    failed: (reason: string) => `There is no report: ${reason}`,
  },
  'zh-CN': {
    save: '生成报告（HTML，英文）',
    name: '报告',
    making: (title) => `正在生成“${title}”的报告，其间可以继续操作。`,
    done: (percent, task) => `${percent}%：${task}`,
    tasks: {
      ensemble: '主仿真',
      equilibria: '均衡点',
      evolution: '不同初始状态下的演化',
      phase: '相空间',
      start: '初始状态',
      factors: '单因素分析',
      pair: '双因素分析',
      scenarios: '情景比较',
      claims: '论文结论的检验',
      recommendation: '对策建议',
      step: '步长检验',
      pictures: '绘图',
    },
    cancel: '取消',
    saved: (file) => `报告已保存为 ${file}。`,
    again: '再次保存',
    close: '关闭',
    failed: (reason) => `未能生成报告：${reason}`,
  },
});
