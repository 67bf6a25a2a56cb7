import type { CommuneAnswer, FairLineAnswer, FairRequest } from '../../../api/schema';

export interface FairDraft {
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly heldIn: Pick<CommuneAnswer, 'code' | 'name'> | null;
  readonly firms: string;
  readonly transport: string;
  readonly signUpUntil: string;
  readonly seats: string;
  readonly quota: string;
  readonly communes: readonly Pick<CommuneAnswer, 'code' | 'name'>[];
  readonly note: string;
}

export const EMPTY_FAIR: FairDraft = {
  title: '',
  heldOn: '',
  startsAt: '08:00',
  endsAt: '11:30',
  place: '',
  heldIn: null,
  firms: '',
  transport: '',
  signUpUntil: '',
  seats: '',
  quota: '',
  communes: [],
  note: '',
};

/** A fair as it stands, to be mended; `names`: communes by code. */
export const draftOf = (fair: FairLineAnswer, names: ReadonlyMap<string, string>): FairDraft => ({
  title: fair.title,
  heldOn: fair.heldOn,
  startsAt: fair.startsAt,
  endsAt: fair.endsAt ?? '',
  place: fair.place,
  heldIn: fair.communeCode ? { code: fair.communeCode, name: fair.communeName ?? fair.communeCode } : null,
  firms: fair.firms.join('\n'),
  transport: fair.transport ?? '',
  signUpUntil: fair.signUpUntil,
  seats: String(fair.seats),
  quota: fair.quota === null ? '' : String(fair.quota),
  communes: fair.communes.map((code) => ({ code, name: names.get(code) ?? code })),
  note: fair.note ?? '',
});

export const isComplete = (draft: FairDraft): boolean =>
  Boolean(draft.title.trim() && draft.heldOn && draft.signUpUntil && draft.startsAt && draft.place.trim() && Number(draft.seats) > 0);

export const requestOf = (draft: FairDraft): FairRequest => ({
  title: draft.title.trim(),
  heldOn: draft.heldOn,
  startsAt: draft.startsAt,
  place: draft.place.trim(),
  firms: draft.firms
    .split('\n')
    .map((firm) => firm.trim())
    .filter(Boolean),
  signUpUntil: draft.signUpUntil,
  seats: Number(draft.seats),
  communes: draft.communes.map(({ code }) => code),
  ...(draft.endsAt && { endsAt: draft.endsAt }),
  ...(draft.heldIn && { heldInCommune: draft.heldIn.code }),
  ...(draft.transport.trim() && { transport: draft.transport.trim() }),
  ...(draft.quota && { quota: Number(draft.quota) }),
  ...(draft.note.trim() && { note: draft.note.trim() }),
});
