/** Samples of the last pass that can be chosen. */
export const sampleChoices = [256, 1024, 4096];
export const usualSamples = 1024;
