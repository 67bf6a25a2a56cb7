import type { ReactNode } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { faultText } from './fault-text';
import type { Asked } from './use-answer';

const t = area('visitors', vi);

/** Waiting, failed, or what came. */
export function AnswerState<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ReactNode }) {
  if (asked.value !== undefined) return children(asked.value);
  if (asked.error)
    return (
      <div role="alert" className="visitors-fault">
        <p>{faultText(asked.error)}</p>
        <button type="button" className="wide-button quiet-button" onClick={asked.again}>
          {t('again')}
        </button>
      </div>
    );
  return (
    <p key="waiting" className="quiet waiting-place" role="status" aria-busy="true">
      {t('loading')}
    </p>
  );
}
