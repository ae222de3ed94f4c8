/**
 * The theme: VitePress' own without its web font, so that a page loads nothing that it does not need, and the project's colours.
 */
import DefaultTheme from 'vitepress/theme-without-fonts';
import 'katex/dist/katex.min.css';
import './style.css';

export default DefaultTheme;
