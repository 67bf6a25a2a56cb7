import { formatNumber } from '../../../language/format';
import type { AlertValue } from './alert-value';
import { t, wordOf } from './policy-words';

const who = (role: string) => wordOf('who', role);

/** An alert rule as an officer would say it: when, who is asked, how long, who is told, who is next. */
export function alertSentences(rule: AlertValue): readonly string[] {
  const told = rule.recipients.filter((role) => role !== rule.owner);
  return [
    [when(rule), asked(rule)].join(': '),
    told.length && rule.answerWithin ? t('alsoTold', { who: told.map(who).join(', ') }) : '',
    ...rule.escalation.map(({ to, workingDays }) => t('nextRung', { who: who(to), time: t('daysWorking', { days: workingDays }) })),
    rule.estimatedOffsetDays !== rule.offsetDays ? t('estimatedWord', { days: rule.estimatedOffsetDays }) : '',
    rule.urgent ? t('urgentWord') : '',
  ]
    .filter(Boolean)
    .map((text) => t('sentence', { text: text[0]!.toUpperCase() + text.slice(1) }));
}

function when({ family, offsetDays, repeat }: AlertValue): string {
  const anchor = wordOf('anchor', family);
  if (repeat) return t('whenRepeat', { every: repeat.everyDays, anchor, until: repeat.untilDays, later: repeat.thenEveryDays });
  if (offsetDays === 0) return t('whenOn', { anchor });
  return t(offsetDays < 0 ? 'whenBefore' : 'whenAfter', { days: formatNumber(Math.abs(offsetDays)), anchor });
}

function asked({ owner, answerWithin, recipients }: AlertValue): string {
  if (!answerWithin) return t('tellOnly', { who: recipients.map(who).join(', ') });
  const time = 'days' in answerWithin ? t('daysPlain', { days: answerWithin.days }) : t('daysWorking', { days: answerWithin.workingDays });
  return t('ask', { who: who(owner), time });
}
