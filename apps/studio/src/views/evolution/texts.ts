/** Texts of the evolution. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    title: 'Evolution over time',
    subtitle: 'Mean of the paths, and the bands that hold half and four fifths of them',
  },
  'zh-CN': {
    title: '演化过程',
    subtitle: '各轨道的均值，以及包含一半和五分之四轨道的区间',
  },
});
