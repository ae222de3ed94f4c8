/**
 * The report that is being made: of the game as it was when it was asked for. It is saved when it is there.
 */
import type { ReportStage } from '@trilogue/report';
import { useCallback, useEffect, useRef, useState } from 'react';
import { version } from '../../package.json';
import type { Compute } from '../compute/client';
import type { ReportInput } from '../compute/jobs/report';
import { ensembleOf } from '../compute/spec';
import { type ComputedBy, reportCommand } from '../keep/command';
import { download } from '../keep/download';
import { firstAxes } from '../state/defaults';
import type { Model } from '../state/model';
import type { StudioState } from '../state/state';

/** How far it is. */
export interface ReportNews {
  /** Of the game. */
  readonly title: string;
  readonly file: string;
  /** Null before it begins. */
  readonly doing: ReportStage | null;
  /** Null until it is done. */
  readonly page: string | null;
  readonly error: string | null;
}

export interface ReportMaking {
  /** Null where none was asked for. */
  readonly news: ReportNews | null;
  readonly isMaking: boolean;
  start(state: StudioState, model: Model): void;
  /** Ends it where it is under way, and forgets it. */
  dismiss(): void;
}

export function useReport(compute: Compute): ReportMaking {
  const [news, setNews] = useState<ReportNews | null>(null);
  const release = useRef(() => {});
  useEffect(() => () => release.current(), []);
  const start = useCallback(
    (state: StudioState, model: Model) => {
      release.current();
      const { name, title } = model.game;
      const file = `${name}-report.html`;
      setNews({ title, file, doing: null, page: null, error: null });
      let isSaved = false;
      const input = inputOf(state, model, compute.backend().opened?.name ?? null);
      release.current = compute.request('report', input, 0, ({ output, error }) => {
        setNews({ title, file, doing: output?.doing ?? null, page: output?.page ?? null, error });
        if (isSaved || output?.page == null) return;
        isSaved = true;
        saveReport(file, output.page);
      });
    },
    [compute],
  );
  const dismiss = useCallback(() => {
    release.current();
    setNews(null);
  }, []);
  const isMaking = news !== null && news.page === null && news.error === null;
  return { news, isMaking, start, dismiss };
}

export function saveReport(file: string, page: string): void {
  download(file, page, 'text/html');
}

/** Values of each factor of the heatmap. */
const cells = 25;

function inputOf(state: StudioState, model: Model, backend: ComputedBy): ReportInput {
  const axes = chosenAxes(state, model);
  const command = reportCommand(state, model, axes, backend);
  return { ...ensembleOf(model), metric: model.metric, axes, maker: { command, version } };
}

/** The factors of the heatmap where somebody chose them; else the report finds those that do most. */
function chosenAxes({ gameText }: StudioState, { axes }: Model): ReportInput['axes'] {
  const first = firstAxes(gameText);
  if (axes === null || JSON.stringify(axes) === JSON.stringify(first)) return undefined;
  return { x: { ...axes.x, count: cells }, y: { ...axes.y, count: cells } };
}
