import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import type { PublicFair } from '../persistence/public-fair-rows';

/** A fair whose end is not told fills a morning. */
const USUAL_HOURS = 4;
const HOUR_MS = 3_600_000;

/** The fair as a file that any calendar takes in; the same fair again replaces the entry (its id). Viet Nam keeps one time all year: UTC+7. */
export function calendarOf(
  fair: Pick<
    PublicFair,
    | 'id'
    | 'title'
    | 'heldOn'
    | 'startsAt'
    | 'endsAt'
    | 'place'
    | 'communeName'
    | 'provinceName'
    | 'firms'
    | 'transport'
    | 'organisationName'
    | 'phone'
  >,
): string {
  const at = (time: string) => new Date(`${fair.heldOn}T${time}:00+07:00`);
  const start = at(fair.startsAt);
  const calendar = new ICalCalendar({ prodId: '//Ben Ve//Job fairs//VI', method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `fair-${fair.id}`,
    start,
    end: fair.endsAt ? at(fair.endsAt) : new Date(start.getTime() + USUAL_HOURS * HOUR_MS),
    stamp: start,
    summary: fair.title,
    location: [fair.place, fair.communeName, fair.provinceName].filter(Boolean).join(', '),
    description: [fair.firms.join(', '), fair.transport, [fair.organisationName, fair.phone].filter(Boolean).join(' – ')]
      .filter(Boolean)
      .join('\n'),
  });
  return calendar.toString();
}
