import type { LeadOverviewResponse } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../language/format';
import { AssignButton } from './assign-button';
import { paceText, t } from './overview-words';
import { ProgressBar } from './progress-bar';
import { RowsLink } from './rows-link';

/** The three answers a leader wants first: are we on target, was everybody taught, who has not come home. */
export function Figures({ page, compare }: { page: LeadOverviewResponse; compare: boolean }) {
  const { exits, orientation, overstay, year } = page;
  const behind = exits.expected !== null && exits.actual < exits.expected;
  return (
    <div className="figures">
      <article className="sheet figure">
        <h2>{t('exits')}</h2>
        <p className="figure-number">
          <RowsLink rows={exits.rows}>
            {exits.target === null
              ? t('people', { count: formatNumber(exits.actual) })
              : t('ofTarget', { actual: formatNumber(exits.actual), target: formatNumber(exits.target) })}
          </RowsLink>
        </p>
        <ProgressBar {...exits} />
        <p>
          {exits.target ? t('percent', { percent: formatPercent(exits.actual / exits.target) }) : t('noTarget')}
          {exits.expected !== null && (
            <>
              {' · '}
              {t('pace', { expected: formatNumber(exits.expected) })}:{' '}
              <strong className={behind ? 'tone-urgent' : ''}>{paceText(exits)}</strong>
            </>
          )}
        </p>
        <AssignButton
          page={page}
          number={{
            figure: 'EXITS',
            shown: exits.target === null ? String(exits.actual) : `${exits.actual} / ${exits.target}`,
            rows: exits.rows,
          }}
        />
        {compare && <p className="quiet">{t('lastYear', { year: year - 1, count: formatNumber(exits.lastYear) })}</p>}
      </article>
      <article className="sheet figure">
        <h2>{t('orientation')}</h2>
        <p className="figure-number">
          <RowsLink rows={orientation.rows}>{orientation.of ? formatPercent(orientation.part / orientation.of) : '—'}</RowsLink>
        </p>
        <ProgressBar actual={orientation.part} target={orientation.of || null} expected={null} />
        <p>{t('orientationOf', { part: formatNumber(orientation.part), of: formatNumber(orientation.of) })}</p>
        <p className={orientation.missing.part ? 'tone-soon' : 'quiet'}>
          <RowsLink rows={orientation.missing.rows}>{t('orientationMissing', { count: formatNumber(orientation.missing.part) })}</RowsLink>
        </p>
        <AssignButton
          page={page}
          number={{
            figure: 'ORIENTATION',
            shown: t('people', { count: formatNumber(orientation.missing.part) }),
            rows: orientation.missing.rows,
          }}
        />
      </article>
      <article className="sheet figure">
        <h2>{t('overstay')}</h2>
        <p className="figure-number">
          <RowsLink rows={overstay.confirmed.rows}>{t('people', { count: formatNumber(overstay.confirmed.part) })}</RowsLink>
        </p>
        <ProgressBar actual={overstay.confirmed.part} target={overstay.confirmed.of || null} expected={null} />
        <p>
          {overstay.confirmed.of > 0 && `${formatPercent(overstay.confirmed.part / overstay.confirmed.of)} `}
          {t('overstayOf', { of: formatNumber(overstay.confirmed.of) })}
        </p>
        <p className={overstay.unconfirmed.part ? 'tone-soon' : 'quiet'}>
          <RowsLink rows={overstay.unconfirmed.rows}>{t('unconfirmed', { count: formatNumber(overstay.unconfirmed.part) })}</RowsLink>
        </p>
        <AssignButton
          page={page}
          number={{
            figure: 'UNCONFIRMED',
            shown: t('people', { count: formatNumber(overstay.unconfirmed.part) }),
            rows: overstay.unconfirmed.rows,
          }}
        />
      </article>
    </div>
  );
}
