/** Texts of the evolution. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    title: 'Evolution over time',
    subtitle: 'Mean and spread over the paths',
    still: 'path without noise',
    paths: 'single paths',
    none: 'none',
  },
  'zh-CN': {
    title: '演化过程',
    subtitle: '各轨道的均值与离散程度',
    still: '无噪声轨道（确定性）',
    paths: '单条轨道',
    none: '无',
  },
});
