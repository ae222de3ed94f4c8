/** Numbers of single paths that can be chosen. */
export const pathCounts = [0, 5, 10, 20];
export const usualPaths = 10;
