import type { CaseResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';

const t = area('case', vi);

interface Step {
  readonly word: 'step.register' | 'step.select' | 'step.train' | 'step.sign' | 'step.leave' | 'step.end' | 'step.return';
  readonly day: string | null;
  readonly done: boolean;
}

const BEFORE = ['REGISTERED', 'COUNSELLED', 'SOURCED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY'];

/** The way of the case as its facts tell it; nobody sets it by hand. */
function stepsOf(file: CaseResponse): Step[] {
  const rank = BEFORE.indexOf(file.storedStage);
  const left = file.departedOn !== null;
  const reached = (stage: string) => left || rank >= BEFORE.indexOf(stage);
  const orientation = file.papers.find(({ guard }) => guard === 'ORIENTATION');
  return [
    { word: 'step.register', day: null, done: true },
    { word: 'step.select', day: file.selectedOn, done: reached('SELECTED') || file.selectedOn !== null },
    { word: 'step.train', day: orientation?.on ?? null, done: orientation?.state === 'proven' || reached('CONTRACTED') },
    { word: 'step.sign', day: file.contractSignedOn, done: file.contractSignedOn !== null || reached('CONTRACTED') },
    { word: 'step.leave', day: file.departedOn, done: left },
    { word: 'step.end', day: file.contractEnd, done: left && file.contractEnd !== null && file.contractEnd < file.today },
    { word: 'step.return', day: file.returnedOn, done: file.returnedOn !== null },
  ];
}

export function StageBar({ file }: { file: CaseResponse }) {
  const steps = stepsOf(file);
  const last = steps.map(({ done }) => done).lastIndexOf(true);
  return (
    <ol className="stage-bar" aria-label={t('stages')}>
      {steps.map(({ word, day, done }, at) => (
        <li
          key={word}
          className={at === last ? 'step step-here' : done ? 'step step-done' : 'step'}
          aria-current={at === last ? 'step' : undefined}
        >
          <span className="step-dot" aria-hidden="true">
            {at === last ? '◉' : done ? '●' : '○'}
          </span>
          <span>
            {t(word)}
            {done && <span className="visually-hidden">, {t('stepDone')}</span>}
          </span>
          <span className="step-day quiet small">{formatDay(day)}</span>
        </li>
      ))}
    </ol>
  );
}
