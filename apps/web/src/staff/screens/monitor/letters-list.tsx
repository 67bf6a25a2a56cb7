import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { ListState } from '../../parts/list-state';
import { tellDone, tellFault } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { useMe } from '../../session/me';

const t = area('monitor', vi);
const LETTERS = ['letters'];

/** For offices without an address: print, send by post or by hand, and say so. */
export function LettersList() {
  const queries = useQueryClient();
  const mayPrint = useMe().role === 'centre_staff';
  const letters = useQuery({ queryKey: LETTERS, queryFn: () => call('GET /api/v1/notices/letters', { query: { limit: 100 } }) });
  const printed = async (noticeId: number) => {
    try {
      await call('POST /api/v1/notices/{noticeId}/printed', { params: { noticeId: String(noticeId) } });
      tellDone(t('markedPrinted'));
      await queries.invalidateQueries({ queryKey: LETTERS });
    } catch (error) {
      tellFault(problemText(error));
    }
  };
  return (
    <ListState query={letters} isEmpty={({ letters: list }) => list.length === 0} empty={<p>{t('noLetters')}</p>}>
      {({ letters: list }) => (
        <ul className="letters">
          {list.map((letter) => (
            <li key={letter.id} className="sheet letter">
              <span>
                <strong>{letter.office}</strong>
                <br />
                <span className="quiet">{t('letterOf', { day: formatDay(letter.day), items: letter.items })}</span>
              </span>
              <a className="plain-button" href={`/api/v1/notices/${letter.id}/letter`} target="_blank" rel="noreferrer">
                {t('openLetter')}
              </a>
              {mayPrint && (
                <button type="button" className="plain-button" onClick={() => void printed(letter.id)}>
                  {t('printed')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </ListState>
  );
}
