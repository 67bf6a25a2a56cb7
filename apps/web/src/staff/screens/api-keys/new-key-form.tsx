import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/api-keys.json';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('api-keys', vi);
const KINDS = ['live', 'read', 'trial'] as const;
type Kind = (typeof KINDS)[number];
const DAYS = ['30', '90', '365'];

/** Names a new key; its secret stands here once, with a request to try it by. */
export function NewKeyForm({ onMade }: { onMade: () => unknown }) {
  const [label, setLabel] = useState('');
  const [made, setMade] = useState('');
  const [copied, setCopied] = useState(false);
  const [kind, setKind] = useState<Kind>('live');
  const [days, setDays] = useState('365');
  const deed = useDeed((name: string, key) =>
    call('POST /api/v1/agency/api-keys', { body: { label: name, kind, days: Number(days) }, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act(label.trim());
    if (!answer) return;
    setMade(answer.key);
    setLabel('');
    setCopied(false);
    await onMade();
  };
  const copy = () =>
    navigator.clipboard
      .writeText(made)
      .then(() => setCopied(true))
      .catch(() => undefined);
  return (
    <div className="sheet new-key">
      <form className="deed" onSubmit={(event) => void submit(event)}>
        <TextField label={t('newLabel')} value={label} onChange={setLabel} required most={80} note={t('newLabelNote')} />
        <ChoiceField
          label={t('kind')}
          value={kind}
          onChange={(value) => setKind((value || 'live') as Kind)}
          choices={KINDS.map((value) => ({ value, word: t(`kind.${value}`) }))}
          required
        />
        <ChoiceField
          label={t('days')}
          value={days}
          onChange={(value) => setDays(value || '365')}
          choices={DAYS.map((value) => ({ value, word: t('daysOf', { days: value }) }))}
          required
        />
        <DeedButton word={t('create')} deed={deed} disabled={!label.trim()} />
      </form>
      {made && (
        <div role="status" className="made-key">
          <p>
            <strong>{t('shownOnce')}</strong>
          </p>
          <p className="secret">
            <code>{made}</code>{' '}
            <button type="button" className="plain-button" onClick={() => void copy()}>
              {t(copied ? 'copied' : 'copy')}
            </button>
          </p>
          <p className="quiet small">{t('tryIt')}</p>
          <pre
            className="sample"
            tabIndex={0}
            aria-label={t('tryIt')}
          >{`curl ${location.origin}/api/v1/cases -H 'authorization: Bearer ${made.slice(0, 8)}…'`}</pre>
        </div>
      )}
    </div>
  );
}
