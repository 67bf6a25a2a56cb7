import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import type { QuestionKind } from './question';

const t = area('commune', vi);
const TIPS = ['tip.greet', 'tip.ask', 'tip.listen', 'tip.help', 'tip.never'] as const;

/** How to begin and what to read out; a question to the family, never a reproach. */
export function TalkingTips({ kind, name, day }: { kind: QuestionKind; name: string; day: string | null }) {
  const remind = kind === 'EXPIRY' || kind === 'SEASONAL_EXPIRY' || kind === 'LAISSEZ_PASSER';
  return (
    <details className="tips">
      <summary>{t('tipsTitle')}</summary>
      <blockquote>{remind && day ? t('script.remind', { name, day: formatDay(day) }) : t('script.ask', { name })}</blockquote>
      <ul>
        {TIPS.map((tip) => (
          <li key={tip}>{t(tip)}</li>
        ))}
      </ul>
    </details>
  );
}
