import { t } from './policy-words';

/** Whether somebody held a rule against the text it comes from. */
export function VerifiedMark({ certain }: { certain: boolean }) {
  return certain ? (
    <span className="chip chip-done">✓ {t('verified')}</span>
  ) : (
    <span className="chip chip-soon" title={t('unverifiedWhy')}>
      ? {t('unverified')}
    </span>
  );
}
