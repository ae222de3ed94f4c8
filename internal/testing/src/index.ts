/**
 * @internal/testing: law assertions and statistical bounds, browsers and drivers for tests. Public names only.
 */
export { bundleForBrowser } from './browser/bundle-for-browser.js';
export { findChromium } from './browser/find-chromium.js';
export { type OpenPage, openPage, type PageGpu } from './browser/open-page.js';
export { type ServedFolder, serveFolder } from './browser/serve-folder.js';
export { ksBound, ksDistance } from './kolmogorov-smirnov.js';
export { selfSigned } from './redis/self-signed.js';
export { type RedisOptions, type RunningRedis, startRedis } from './redis/start-redis.js';
export { type LogLogFit, slope } from './slope.js';
export { softwareVulkan } from './webgpu-node/software-vulkan.js';
export { binomialBound, expectWithin } from './within.js';
