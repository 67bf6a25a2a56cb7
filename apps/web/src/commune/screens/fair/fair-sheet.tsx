import { call } from '../../../api/call';
import type { FairLineAnswer } from '../../../api/schema';
import { formatDay, formatWeekday } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-fair.json';
import { ReadState } from '../../parts/read-state';
import { useRead } from '../../use-read';
import { allPeople } from '../people/people-screen';
import { SignedPeople } from './signed-people';
import { SignUp } from './sign-up';

const t = area('commune-fair', vi);

/** One fair as the officer reads it out, its people, and those of the register who may still go. */
export function FairSheet({ fair, today }: { fair: FairLineAnswer; today: string }) {
  const detail = useRead(`fair ${fair.id}`, () => call('GET /api/v1/fairs/{fairId}', { params: { fairId: fair.id } }));
  const register = useRead('people all', () => allPeople(false));
  const { seats, taken, quota, people } = detail.value ?? { ...fair, people: [] };
  const open = fair.signUpUntil >= today;
  const signed = new Set(people.map(({ workerId }) => workerId));
  const others = register.value?.people.filter((one) => !signed.has(one.workerId) && !(one.departedOn && !one.returnedOn)) ?? [];
  return (
    <>
      <div className="sheet fair-sheet">
        <h2 className="name">{fair.title}</h2>
        <p>
          <strong>
            {formatWeekday(fair.heldOn)} {formatDay(fair.heldOn)}, {[fair.startsAt, fair.endsAt].filter(Boolean).join('–')}
          </strong>
          <br />
          {[fair.place, fair.communeName].filter(Boolean).join(', ')}
        </p>
        <p>{fair.transport ?? t('noTransport')}</p>
        {fair.firms.length > 0 && <p className="quiet">{t('firms', { firms: fair.firms.join(', ') })}</p>}
        <p className="fair-room">
          <strong>{t('room', { free: seats - taken, seats })}</strong> {quota !== null && t('quota', { signed: people.length, quota })}
          <br />
          <span className="quiet">{t(open ? 'until' : 'over', { day: formatDay(fair.signUpUntil) })}</span>
        </p>
      </div>
      {detail.value === undefined || register.value === undefined ? (
        <ReadState read={detail.error === undefined ? register : detail} />
      ) : (
        <>
          {open && <SignUp fairId={fair.id} free={seats - taken} people={others} onDone={() => detail.again()} />}
          <SignedPeople fairId={fair.id} open={open} people={people} onDone={() => detail.again()} />
        </>
      )}
    </>
  );
}
