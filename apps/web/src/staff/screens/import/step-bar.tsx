import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';

const t = area('imports', vi);
const STEPS = ['1', '2', '3', '4', '5'] as const;

/** The five steps; each can be opened at any time, a number says what waits there. */
export function StepBar({
  step,
  marks,
  onStep,
}: {
  step: string;
  marks: Readonly<Record<string, number>>;
  onStep: (step: string) => void;
}) {
  return (
    <nav aria-label={t('steps')}>
      <ol className="step-bar">
        {STEPS.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onStep(one)}>
              <span className="step-number">{one}</span> {t(`step.${one}`)}
              {(marks[one] ?? 0) > 0 && <span className="step-mark">{formatNumber(marks[one]!)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
