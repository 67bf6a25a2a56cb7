import type { CaseResponse } from '../../api/schema';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import type { CommunePaper } from '../device/deed';
import { outbox, writeDown } from '../device/outbox';
import { useLive } from '../live-state';

const t = area('commune', vi);

/** Papers that a commune confirms before somebody leaves, by the condition each serves. */
const PAPERS = { APPLICATION: 'APPLICATION_CONFIRMED', RETURN_COMMITMENT: 'RETURN_COMMITTED' } as const satisfies Record<
  string,
  CommunePaper
>;
const names = Object.keys(PAPERS) as (keyof typeof PAPERS)[];

/** What this case asks of the commune: one tap each, kept on the phone until it is sent. */
export function CommunePapers({ file, about }: { file: CaseResponse; about: string }) {
  const { waiting, sent } = useLive(outbox);
  const asked = names.flatMap((guard) => file.papers.find((paper) => paper.guard === guard && paper.state !== 'extra') ?? []);
  if (asked.length === 0 || file.departedOn) return null;
  const confirm = (guard: keyof typeof PAPERS) =>
    writeDown({ what: 'confirm', caseId: file.id, paper: PAPERS[guard], on: file.today, taskId: nameOf(file.id, guard), about });
  const written = new Set([...waiting, ...sent].map(({ taskId }) => taskId));
  // What is done stays where it stood: no button moves under a finger.
  return (
    <>
      <h3>{t('communePapers')}</h3>
      <div className="deeds">
        {asked.map((paper) => {
          const guard = paper.guard as keyof typeof PAPERS;
          const done = paper.state === 'proven' || paper.state === 'waived' || written.has(nameOf(file.id, guard));
          return (
            <button key={guard} type="button" className="answer" disabled={done} onClick={() => void confirm(guard)}>
              {t(done ? `done.${guard}` : `confirm.${guard}`)}
            </button>
          );
        })}
      </div>
    </>
  );
}

const nameOf = (caseId: string, guard: string) => `paper-${caseId}-${guard}`;
