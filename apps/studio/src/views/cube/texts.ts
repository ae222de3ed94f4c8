/** Texts of the cube. */
import { translations } from '../../i18n/translations';

export const texts = translations({
  en: {
    cube: 'Cube of the three shares',
    square: 'Phase portrait of the two shares',
    triangle: 'Phase portrait of the three strategies',
    hint: 'Drag to turn it, or focus it and use the arrow keys; Home turns it back. Dots are starts, arrows show the direction of time.',
    triangleHint: 'The two shares add up to at most 1; what is left plays the third strategy.',
    turn: (azimuth: string, elevation: string) =>
      `Turn the cube: arrow keys, Home turns it back. Seen from ${azimuth}° around, ${elevation}° above`,
    left: 'Turn left',
    right: 'Turn right',
    up: 'Tilt up',
    down: 'Tilt down',
    home: 'Turn back',
    noisy: 'Paths with noise',
    tooLong: 'Paths with noise would take more than 20,000 steps each and are left out.',
    withNoise: 'with noise, from the start of the game',
    endsAt: (point: string) => `without noise, ends near (${point})`,
    underWay: 'without noise, still under way at the horizon',
    withoutNoise: 'without noise',
    none: (count: number) =>
      `All shares of this game have no picture: it has ${count} independent ${count === 1 ? 'share' : 'shares'}. The cube is for three players of two strategies, the portrait for two players of two strategies or one population of three. Evolution and Equilibria show this game too.`,
    unlike: (count: number) =>
      `This game has ${count} independent shares, but not those of three players of two strategies, so they fill no cube. Evolution and Equilibria show this game too.`,
    toEvolution: 'Go to the evolution',
    toEquilibria: 'Go to the equilibria',
  },
  'zh-CN': {
    cube: '三方策略比例的相空间立方体',
    square: '两方策略比例的相图',
    triangle: '三种策略的相图',
    hint: '拖动可旋转；也可先选中图形再按方向键，Home 键复位。圆点为起点，箭头表示时间方向。',
    triangleHint: '两个比例之和不超过 1，其余采用第三种策略。',
    turn: (azimuth, elevation) => `旋转立方体：方向键旋转，Home 键复位。当前方位角 ${azimuth}°，仰角 ${elevation}°`,
    left: '向左转',
    right: '向右转',
    up: '向上倾',
    down: '向下倾',
    home: '复位',
    noisy: '含噪声轨道',
    tooLong: '每条含噪声轨道需要 20000 步以上，故不绘制。',
    withNoise: '含噪声，从博弈初始状态出发',
    endsAt: (point) => `无噪声，终止于 (${point}) 附近`,
    underWay: '无噪声，终止时刻尚未收敛',
    withoutNoise: '无噪声',
    none: (count) =>
      `该博弈有 ${count} 个独立的策略比例，无法用一张图完整表示。立方体适用于三个两策略博弈方，相图适用于两个两策略博弈方或一个三策略种群。该博弈可在“演化过程”和“均衡点”中查看。`,
    unlike: (count) =>
      `该博弈有 ${count} 个独立的策略比例，但不是三个两策略博弈方，因此不构成立方体。该博弈可在“演化过程”和“均衡点”中查看。`,
    toEvolution: '转到演化过程',
    toEquilibria: '转到均衡点',
  },
});
