import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { PhoneLink } from './phone-link';

const t = area('parts', vi);

/** Whom to call: the person, then the family. Nothing stands here while it loads, so nothing is claimed. */
export function PersonPhones({ workerId, name }: { workerId: string; name: string }) {
  const { data } = useQuery({
    queryKey: ['worker', workerId],
    queryFn: ({ signal }) => call('GET /api/v1/workers/{workerId}', { params: { workerId }, signal }),
  });
  const family =
    data?.contacts.flatMap(({ phone, fullName, kin }) => (phone ? [{ phone, who: [kin, fullName].filter(Boolean).join(' ') }] : [])) ?? [];
  const own = data?.phones.map((phone) => ({ phone, who: name })) ?? [];
  const known = [...own, ...family];
  return (
    <ul className="phones" aria-busy={!data}>
      {known.map(({ phone, who }) => (
        <li key={who + phone}>
          <PhoneLink phone={phone} whose={who} /> <span className="quiet small">{who}</span>
        </li>
      ))}
      {data && known.length === 0 && <li className="quiet small">{t('noPhone')}</li>}
    </ul>
  );
}
