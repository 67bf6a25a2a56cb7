import { Link } from '@tanstack/react-router';
import type { WorkCountsAnswer } from '../../../../api/schema';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import shell from '../../../../language/vi/shell.json';
import { useOwnScreens } from '../../../session/own-screens';
import type { QueueFilter } from './use-queue';

const t = area('queue', vi);
const titles = area('shell', shell);

/** Nothing in this view: all done, or nothing yet, and then how work comes here. */
export function QueueEmpty({ filter, counts }: { filter: QueueFilter; counts: WorkCountsAnswer | undefined }) {
  const screens = useOwnScreens();
  const any = counts && counts.urgent + counts.today + counts.week + counts.later + counts.waiting > 0;
  if (filter.bucket || filter.code || filter.hidden || any)
    return (
      <>
        <p className="empty-title">{t('emptyView')}</p>
        <p>{t(filter.bucket === 'urgent' ? 'emptyUrgent' : 'emptyViewText')}</p>
        {any && (
          <p className="empty-ways">
            <Link to="/" className="plain-button">
              {t('emptyViewAll')}
            </Link>
          </p>
        )}
      </>
    );
  return (
    <>
      <p className="empty-title">{t('emptyAll')}</p>
      <p>{t('emptyAllText')}</p>
      <p className="empty-ways">
        {screens
          .filter(({ menu, path }) => menu && path !== '/')
          .slice(0, 3)
          .map(({ path, word }) => (
            <Link key={path} to={path} className="plain-button">
              {titles(word)}
            </Link>
          ))}
      </p>
    </>
  );
}
