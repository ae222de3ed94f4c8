/**
 * How far the report is, where it can be stopped, and that it is saved.
 */
import { gameTitle } from '../i18n/game-titles';
import { useLanguage, useTexts } from '../i18n/use-texts';
import styles from '../shell/app.module.css';
import own from './report.module.css';
import { texts as all } from './texts';
import { type ReportMaking, type ReportNews, saveReport } from './use-report';

type Words = (typeof all)['en'];

export function ReportNote({ report: { news, isMaking, dismiss } }: { readonly report: ReportMaking }) {
  const texts = useTexts(all);
  const language = useLanguage();
  const look = news === null ? undefined : news.error === null ? styles.note : styles.faultNotice;
  // what is said stands in a place that is there before it is said
  return (
    <section
      aria-label={news === null ? undefined : texts.name}
      className={news === null ? undefined : own.place}
      data-report={stateOf(news)}
    >
      <div className={look}>
        <div className={own.words}>
          <p role="status">{news !== null && said(news, texts, gameTitle(news.title, language))}</p>
          {news !== null && isMaking && (
            <>
              <progress aria-label={texts.name} max={1} value={news.doing?.part ?? 0} />
              <p className={styles.soft}>{news.doing !== null && doingWords(news.doing, texts)}</p>
            </>
          )}
        </div>
        {news !== null && (
          <span className={styles.group}>
            {news.page !== null && (
              <button type="button" onClick={() => saveReport(news.file, news.page!)}>
                {texts.again}
              </button>
            )}
            <button type="button" onClick={dismiss}>
              {isMaking ? texts.cancel : texts.close}
            </button>
          </span>
        )}
      </div>
    </section>
  );
}

function stateOf(news: ReportNews | null): 'none' | 'making' | 'failed' | 'saved' {
  if (news === null) return 'none';
  return news.error !== null ? 'failed' : news.page !== null ? 'saved' : 'making';
}

function said({ error, page, file }: ReportNews, texts: Words, title: string): string {
  return error !== null ? texts.failed(error) : page !== null ? texts.saved(file) : texts.making(title);
}

/** Names of parameters and scenarios are the game's own; other pieces have none. */
function doingWords({ task, about, part }: NonNullable<ReportNews['doing']>, texts: Words): string {
  const words = texts.done(String(Math.floor(100 * part)), texts.tasks[task]);
  return about === null || task === 'recommendation' || task === 'pictures' ? words : `${words} (${about})`;
}
