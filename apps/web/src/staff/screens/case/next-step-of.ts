import type { AlertAnswerLine, CaseResponse } from '../../../api/schema';
import { ownerName, stageName } from '../../../language/codes';
import { daysBetween, formatDay, formatDaysLeft } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';

const t = area('case', vi);

/** The one thing to do now, why, and its one button. */
export interface NextStep {
  readonly title: string;
  readonly why: string;
  readonly action?: {
    readonly word: string;
    readonly do: 'answer' | 'papers' | 'record';
    readonly alert?: AlertAnswerLine;
    readonly kind?: string;
  };
}

const ENDS = new Set(['REJECTED', 'WITHDRAWN', 'NOT_SENT', 'ABSCONDED', 'MISSING', 'DECEASED', 'LAWFUL_STAY']);
/** Steps of whoever sends: nobody selects or trains who concluded the contract directly. */
const BY_SENDER = new Set(['SOURCED', 'SELECTED', 'TRAINING_STARTED', 'CONTRACT_SIGNED']);
const direct = ({ legalForm }: CaseResponse): boolean => legalForm === 'DIRECT';
/** Who must answer first: what is overdue, then what is asked soonest. */
const byPressure = (a: AlertAnswerLine, b: AlertAnswerLine) =>
  Number(b.overdue) - Number(a.overdue) || (a.answerBy ?? '9999').localeCompare(b.answerBy ?? '9999') || b.dueOn.localeCompare(a.dueOn);

export function nextStepOf(file: CaseResponse, alerts: readonly AlertAnswerLine[], desk: string | undefined): NextStep {
  const tells = file.offers.find(({ kind }) => kind === 'EMPLOYMENT_CONTRACT_SIGNED');
  const open = alerts.filter(({ state, family }) => state === 'open' && !(tells && family === 'END_UNKNOWN')).sort(byPressure);
  const alert = open.find(({ owner }) => owner === desk) ?? open[0];
  if (alert) {
    const by = alert.answerBy
      ? t('askedUntil', {
          who: ownerName(alert.owner),
          day: formatDay(alert.answerBy),
          left: formatDaysLeft(daysBetween(file.today, alert.answerBy)),
        })
      : t('asked', { who: ownerName(alert.owner) });
    return {
      title: alert.owner === desk ? alert.nextAction : t('otherAsked', { who: ownerName(alert.owner) }),
      why: `${alert.why} ${by}`,
      action: { word: t('writeAnswer'), do: 'answer', alert },
    };
  }
  if (file.storedStage === 'ABROAD' && !file.contractEnd && tells)
    return {
      title: t('endUnknown'),
      why: t('endUnknownWhy'),
      action: { word: t('recordIt', { title: tells.title }), do: 'record', kind: tells.kind },
    };
  const gaps = file.papers.filter(({ state }) => state === 'gap');
  if (gaps.length > 0)
    return {
      title: t('bringPapers', { papers: gaps.map(({ title }) => title).join(', ') }),
      why: t('leftWithout'),
      action: { word: t('prove'), do: 'papers' },
    };
  if (file.storedStage === 'CLOSED') return { title: t('caseClosed'), why: '' };
  if (file.departedOn && !file.returnedOn && file.contractEnd)
    return {
      title: t('nothingNow'),
      why: t('endsIn', { day: formatDay(file.contractEnd), left: formatDaysLeft(daysBetween(file.today, file.contractEnd)) }),
    };
  const forward = file.offers.find(({ kind, to, late }) => to !== null && !late && !ENDS.has(to) && !(direct(file) && BY_SENDER.has(kind)));
  if (!forward) return { title: t('nothingNow'), why: t('nothingForYou') };
  const missing = file.papers.filter(({ state }) => ['missing', 'lapsed', 'unfit'].includes(state));
  // A readiness with papers missing would be refused: they come first.
  if (forward.to === 'READY' && missing.length > 0)
    return {
      title: t('nextIs', { title: t('missingFirst', { papers: missing.length }) }),
      why: t('standsAt', { stage: stageName(file.stage) }),
      action: { word: t('seePapers'), do: 'papers' },
    };
  // Nobody is in the list of who leaves soon, nor asked whether the exit happened, before its day is known.
  const plans = file.offers.find(({ kind }) => kind === 'EXIT_PLANNED');
  if (forward.to === 'READY' && plans && !file.plannedExitOn)
    return {
      title: t('nextIs', { title: t('planExit') }),
      why: t('planExitWhy'),
      action: { word: t('recordIt', { title: plans.title }), do: 'record', kind: plans.kind },
    };
  return {
    title: t('nextIs', { title: forward.title }),
    why: [
      t('standsAt', { stage: stageName(file.stage) }),
      missing.length > 0 && !file.departedOn ? t('papersMissing', { papers: missing.length }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: { word: t('recordIt', { title: forward.title }), do: 'record', kind: forward.kind },
  };
}
