import type { CaseResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';

const t = area('case', vi);

/** What runs beside the stages: papers shown of those asked for, and the orientation apart because the law asks it of everybody. */
export function PaperLanes({ file, onPapers }: { file: CaseResponse; onPapers: () => void }) {
  const asked = file.papers.filter(({ state }) => state !== 'extra' && state !== 'advised');
  const shown = asked.filter(({ state }) => state === 'proven' || state === 'waived').length;
  const orientation = asked.find(({ guard }) => guard === 'ORIENTATION');
  const gaps = asked.filter(({ state }) => state === 'gap').length;
  return (
    <div className="lanes">
      <span className="quiet">{t('lanes')}</span>
      <button type="button" className="lane" onClick={onPapers}>
        {t('papers')} <strong>{t('shownOf', { shown, asked: asked.length })}</strong>
        {gaps > 0 && <span className="tone-urgent"> {t('gaps', { gaps })}</span>}
      </button>
      {orientation && (
        <span className="lane">
          {t('orientation')}{' '}
          {orientation.state === 'proven' ? (
            <strong>{formatDay(orientation.on) || t('paper.proven')}</strong>
          ) : (
            <span className="tone-soon">{t(`paper.${orientation.state as 'missing'}`)}</span>
          )}
        </span>
      )}
    </div>
  );
}
