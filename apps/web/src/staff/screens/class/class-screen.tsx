import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClassResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { DocumentButton } from '../../parts/document-button';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { PageHead } from '../../parts/page-head';
import { Attendance } from './attendance';
import { CertifyForm } from './certify-form';
import { ClassPeople } from './class-people';
import { useClass } from './class-reads';
import { endOf, EndForm } from './end-form';
import { EnrolForm } from './enrol-form';
import { SessionsForm } from './sessions-form';
import './class.css';

const t = area('training', vi);

/** One class: the half days and who was there, the people, what they got. Everything stands on one page, in the order it happens. */
export function Screen() {
  const { classId } = useParams({ strict: false }) as { classId: string };
  const found = useClass(classId);
  return (
    <ListState query={found} rows={10}>
      {(one) => <ClassPage key={one.id} one={one} />}
    </ListState>
  );
}

type Sheet = 'enrol' | 'sessions' | 'certify' | 'end';

function ClassPage({ one }: { one: ClassResponse }) {
  const markets = useMarkets();
  const [sheet, setSheet] = useState<Sheet>();
  const writes = one.own && one.state === 'open';
  const facts = [
    t(`kind.${one.kind as 'ORIENTATION'}`),
    markets.nameOf(one.market) || t('anyMarket'),
    one.occupation,
    `${formatDay(one.startsOn)} – ${formatDay(one.endsOn)}`,
    one.place,
    one.trainers.join(', '),
  ].filter(Boolean);
  return (
    <div className="class-page">
      <PageHead title={one.title} note={facts.join(' · ')}>
        {one.own && (
          <>
            <DocumentButton kind="CLASS_LIST" classId={one.id} />
            {one.certified > 0 && <DocumentButton kind="CERTIFICATE" classId={one.id} />}
          </>
        )}
        {writes && (
          <>
            <button type="button" className="plain-button" onClick={() => setSheet('enrol')}>
              {t('enrol')}
            </button>
            <button type="button" className="plain-button" onClick={() => setSheet('sessions')}>
              {t('planSessions')}
            </button>
            <button type="button" className="plain-button" onClick={() => setSheet('end')}>
              {t(`end.${endOf(one)}`)}
            </button>
            <button type="button" className="main-button" onClick={() => setSheet('certify')}>
              {t('certify')}
            </button>
          </>
        )}
      </PageHead>
      <p className="class-line">
        <strong>{t('seatsLine', { taken: one.taken, seats: one.seats })}</strong>
        {one.waiting > 0 && <span className="tone-soon"> {t('waitingMore', { people: one.waiting })}</span>}
        {one.requiredPeriods !== null && <span className="quiet"> · {t('requiredPeriods', { periods: one.requiredPeriods })}</span>}
        <span className="quiet">
          {' · '}
          {one.organisationName} · <Link to={'/lop-hoc' as never}>{t('allClasses')}</Link>
        </span>
      </p>
      <Attendance one={one} writes={writes} />
      <ClassPeople one={one} writes={writes} />
      {sheet === 'enrol' && <EnrolForm one={one} onClose={() => setSheet(undefined)} />}
      {sheet === 'sessions' && <SessionsForm one={one} onClose={() => setSheet(undefined)} />}
      {sheet === 'certify' && <CertifyForm one={one} onClose={() => setSheet(undefined)} />}
      {sheet === 'end' && <EndForm one={one} onClose={() => setSheet(undefined)} />}
    </div>
  );
}
