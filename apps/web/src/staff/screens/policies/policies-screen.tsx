import { PoliciesList } from './policies-list';

/** Every rule of the office but the alerts, which have a screen of their own. */
export const Screen = () => <PoliciesList alerts={false} />;
