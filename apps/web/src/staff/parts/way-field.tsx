import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import type { CounsellingRequest } from '../../api/schema';
import { CODES, legalFormName } from '../../language/codes';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { ChoiceField } from './choice-field';

const t = area('parts', vi);
const DAY_MS = 86_400_000;

/** How somebody goes: a programme brings its legal form and its market; a form alone is open to any market. */
export type Way = Required<Pick<CounsellingRequest, 'legalForm'>> & Pick<CounsellingRequest, 'programme' | 'market'>;

/** One list for programme and form, as officers say it: by EPS, by a direct contract. */
export function WayField({ value, onChange }: { value: Way | undefined; onChange: (way: Way | undefined) => void }) {
  const { data: programmes = [] } = useQuery({
    queryKey: ['programmes'],
    staleTime: DAY_MS,
    queryFn: async () => (await call('GET /api/v1/public/programmes')).programmes,
  });
  const ways = new Map<string, Way>([
    ...programmes.map(
      ({ code, legalForm, market }) => [code, { legalForm: legalForm as Way['legalForm'], programme: code, market }] as const,
    ),
    ...CODES.form.map((form) => [form, { legalForm: form as Way['legalForm'] }] as const),
  ]);
  return (
    <ChoiceField
      label={t('way')}
      value={value?.programme ?? value?.legalForm ?? ''}
      onChange={(code) => onChange(ways.get(code))}
      choices={[
        ...programmes.map(({ code, title }) => ({ value: code, word: title })),
        ...CODES.form.map((form) => ({ value: form, word: legalFormName(form) })),
      ]}
    />
  );
}
