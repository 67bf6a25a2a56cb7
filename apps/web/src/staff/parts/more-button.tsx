import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

/** The next page of a list, while there is one. */
export function MoreButton({
  list: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  return hasNextPage ? (
    <button type="button" className="plain-button no-print" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('more')}
    </button>
  ) : null;
}
