import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { deviceToday } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';

const t = area('training', vi);

/** "100 % trained before exit": this year's exits that had to be trained, and those that were. */
export function TrainedLine() {
  const year = deviceToday().slice(0, 4);
  const { data } = useQuery({
    queryKey: ['classes', 'trained', year],
    queryFn: () => call('GET /api/v1/training/trained-before-exit', { query: { from: `${year}-01-01`, to: `${year}-12-31` } }),
  });
  // Its place is kept: the classes below would be pushed down.
  if (!data) return <span className="unseen">{t('trained', { year, trained: 0, exits: 0 })}</span>;
  const missing = data.exits - data.trained;
  return (
    <>
      {t('trained', { year, trained: data.trained, exits: data.exits })}{' '}
      {missing > 0 && <span className="tone-soon">{t('untrained', { people: missing })}</span>}
    </>
  );
}
