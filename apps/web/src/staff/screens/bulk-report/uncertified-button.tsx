import { call } from '../../../api/call';
import type { UncertifiedListResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bulk-report.json';
import { tellDone, tellFault } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('bulk-report', vi);

/** Puts everybody before the exit without a good certificate of orientation into the rows: who passed in a class that has ended first, with its last day. */
export function UncertifiedButton({ onList }: { onList: (rows: string[][]) => void }) {
  const deed = useDeed<void, UncertifiedListResponse>(() => call('GET /api/v1/training/uncertified'));
  const take = async () => {
    const answer = await deed.act();
    if (!answer) return tellFault(deed.problem || t('again'));
    const { people, more } = answer;
    if (people.length === 0) return tellDone(t('nobodyUncertified'));
    onList(
      people.map(({ caseCode, fullName, passedOn, classTitle }) => [
        caseCode,
        fullName,
        formatDay(passedOn),
        '',
        classTitle ? t('passedIn', { title: classTitle }) : '',
      ]),
    );
    tellDone(
      t(more ? 'uncertifiedMore' : 'uncertifiedTaken', { people: people.length, passed: people.filter(({ passedOn }) => passedOn).length }),
    );
  };
  return (
    <button type="button" className="plain-button" disabled={deed.busy} onClick={() => void take()}>
      {t('uncertified')}
    </button>
  );
}
