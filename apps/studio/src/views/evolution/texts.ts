/** Texts of the evolution. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    title: 'Evolution over time',
    subtitle: 'Mean and spread over the paths',
    still: 'path without noise',
    paths: 'single paths',
    tooLong: 'Single paths would take more than 20,000 steps each and are left out.',
    none: 'none',
  },
  'zh-CN': {
    title: '演化过程',
    subtitle: '各轨道的均值与离散程度',
    still: '无噪声轨道（确定性）',
    paths: '单条轨道',
    tooLong: '每条单独的轨道需要 20000 步以上，故不绘制。',
    none: '无',
  },
});
