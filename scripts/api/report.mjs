/**
 * The public surface of each package as text: `api/NAME.api.md` beside its `package.json`, written by API Extractor from the built
 * declaration files. Owns how a report is made; who compares it with what is `check.mjs`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';

/** @returns {import('../workspaces.mjs').Workspace[]} the packages that have a surface to import */
export function packagesWithSurface() {
  return publicPackages().filter(({ manifest }) => manifest.exports?.['.'] !== undefined);
}

/** @param {string} folder of a package @returns {string} where its report is committed, from the root */
export function reportPath(folder) {
  return `${folder}/api/${basename(folder)}.api.md`;
}

/**
 * @param {string} folder of a built package, from the root
 * @returns {string} the report of what it exports now
 * @throws Error where API Extractor fails
 */
export function makeReport(folder) {
  const made = mkdtempSync(join(tmpdir(), 'trilogue-api-'));
  try {
    mkdirSync(join(made, 'temp'));
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: join(root, folder),
        mainEntryPointFilePath: join(root, folder, 'dist', 'index.d.ts'),
        newlineKind: 'lf',
        compiler: { tsconfigFilePath: join(root, folder, 'tsconfig.build.json') },
        apiReport: {
          enabled: true,
          reportFolder: made,
          reportTempFolder: join(made, 'temp'),
          reportFileName: basename(folder),
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          extractorMessageReporting: {
            default: { logLevel: ExtractorLogLevel.None },
            // Part of the surface all the same: the report names them.
            'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
          },
          tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, folder, 'package.json'),
    });
    /** @type {string[]} */
    const errors = [];
    const { errorCount } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        message.handled = true;
      },
    });
    if (errorCount > 0) throw new Error(`${folder}: ${errors.join('; ')}`);
    return readFileSync(join(made, `${basename(folder)}.api.md`), 'utf8');
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
