import { call } from '../../../../api/call';
import { formatNumber } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DeedButton } from '../../../parts/deed-button';
import { useDeed } from '../../../parts/use-deed';
import type { DeedProps } from './deeds';

const t = area('queue', vi);

/** Lets go the mails that an import holds back. There is no way back: what is sent is sent. */
export function BatchDeed({ row, onDone }: DeedProps) {
  const notices = formatNumber(Number(row.detail.notices ?? 0));
  const deed = useDeed(async (_: undefined, key) => {
    await call('POST /api/v1/imports/{batchId}/release', { params: { batchId: row.id }, key });
    return true;
  });
  const release = async () => {
    if (await deed.act(undefined)) onDone(t('released', { notices }));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void release())}>
      <p>
        {t('heldFile')} <b>{typeof row.detail.fileName === 'string' ? row.detail.fileName : t('unnamedFile')}</b>
      </p>
      <p className="quiet">{t('releaseNote')}</p>
      <DeedButton word={t('release', { notices })} deed={deed} />
    </form>
  );
}
