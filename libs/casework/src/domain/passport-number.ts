import type { Milestone } from './milestone';

/** A passport's number is kept with the person, sealed; the case remembers enough of it to tell one passport from the next. */
export function withoutPassportNumber<M extends Milestone>(fact: M): M {
  const { kind, detail } = fact;
  const isPassport = kind === 'PASSPORT_RECORDED' || detail?.guard === 'PASSPORT';
  return isPassport && detail?.reference ? { ...fact, detail: { ...detail, reference: masked(detail.reference) } } : fact;
}

const masked = (number: string): string => (/^[A-Z]?\d{5,}$/i.test(number.trim()) ? `••••${number.trim().slice(-3)}` : number);
