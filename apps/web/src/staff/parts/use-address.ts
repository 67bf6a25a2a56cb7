import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type AddressState = Readonly<Record<string, string | undefined>>;

/**
 * Filters, tabs and open panels live in the address: they survive a reload, can be sent to a colleague, and Back undoes them.
 * The setter takes what changes; undefined removes. `replace`: no step of its own for Back.
 */
export function useAddress(): [AddressState, (change: AddressState, options?: { replace?: boolean }) => void] {
  const search: AddressState = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (change: AddressState, { replace = false }: { replace?: boolean } = {}) =>
      void navigate({ to: '.', search: ((before: AddressState) => ({ ...before, ...change })) as never, replace, resetScroll: false }),
    [navigate],
  );
  return [search, set];
}
