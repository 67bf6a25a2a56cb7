import { useState } from 'react';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-fair.json';
import { Chips } from '../../parts/chips';
import { ReadState } from '../../parts/read-state';
import { useRead } from '../../use-read';
import { FairSheet } from './fair-sheet';

const t = area('commune-fair', vi);

/** The nearest fair is open at once: who goes, then who else may; other fairs are one tap away. */
export function Screen() {
  const list = useRead('fairs', () => call('GET /api/v1/fairs'));
  const [chosen, choose] = useState('');
  const coming = (list.value?.fairs ?? []).filter((fair) => fair.state === 'open' && fair.heldOn >= list.value!.today);
  const fair = coming.find(({ id }) => id === chosen) ?? coming.find(({ signUpUntil }) => signUpUntil >= list.value!.today) ?? coming[0];
  return (
    <>
      <ReadState read={list} empty={list.value && !fair ? t('none') : undefined} />
      {coming.length > 1 && (
        <Chips
          legend={t('which')}
          name="fair"
          values={coming.map(({ id }) => id)}
          chosen={[fair!.id]}
          label={(id) => formatDay(coming.find((one) => one.id === id)!.heldOn)}
          onChange={([id]) => choose(id!)}
        />
      )}
      {fair && <FairSheet key={fair.id} fair={fair} today={list.value!.today} />}
    </>
  );
}
