import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/register.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useDeed } from '../../parts/use-deed';
import '../../parts/dialog-sheet.css';

const t = area('register', vi);

/** The way from a person to the newest case; whoever has none gets one here. */
export function Screen() {
  const { workerId } = useParams({ strict: false }) as { workerId: string };
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['worker', workerId, 'cases'],
    queryFn: async () => ({
      worker: await call('GET /api/v1/workers/{workerId}', { params: { workerId } }),
      cases: (await call('GET /api/v1/workers/{workerId}/cases', { params: { workerId } })).cases,
    }),
  });
  const newest = found.data?.cases[0]?.id;
  const go = (caseId: string) => navigate({ to: `/ho-so/${caseId}`, replace: true });
  useEffect(() => {
    if (newest) void go(newest);
    // The navigation of one person happens once.
  }, [newest]);
  const deed = useDeed((_: void, key) => call('POST /api/v1/cases', { body: { workerId }, key }));
  return (
    <ListState query={found} rows={4}>
      {({ worker }) => (
        <>
          <PageHead
            title={worker.fullName}
            note={[formatDay(worker.birthDate, worker.birthPrecision), worker.communeName].filter(Boolean).join(' · ')}
          />
          {!newest && (
            <form
              className="sheet card form-rows"
              onSubmit={(event) => {
                event.preventDefault();
                void deed.act().then((opened) => opened && go(opened.caseId));
              }}
            >
              <p>{t('noCase')}</p>
              <div className="form-deeds">
                <DeedButton word={t('openCase')} deed={deed} />
              </div>
            </form>
          )}
        </>
      )}
    </ListState>
  );
}
