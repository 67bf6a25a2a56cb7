import type { CaseResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { useCaseAlerts } from './case-reads';
import { type NextStep, nextStepOf } from './next-step-of';

const t = area('case', vi);

export function NextStepBox({
  file,
  desk,
  onAct,
}: {
  file: CaseResponse;
  desk: string | undefined;
  onAct: (action: NonNullable<NextStep['action']>) => void;
}) {
  const { data } = useCaseAlerts(file.id);
  const step = data && nextStepOf(file, data, desk);
  return (
    <section className="next-step sheet" aria-labelledby="next-step-title">
      <h2 id="next-step-title">{t('nextStep')}</h2>
      {step ? (
        <>
          <p className="next-step-title">{step.title}</p>
          <p className="quiet">{step.why}</p>
          {step.action && (
            <button type="button" className="main-button no-print" onClick={() => onAct(step.action!)}>
              {step.action.word}
            </button>
          )}
        </>
      ) : (
        <p className="waiting-line" />
      )}
    </section>
  );
}
