import { PoliciesList } from './policies-list';

/** When the system asks, whom, for how long and who is next. */
export const Screen = () => <PoliciesList alerts />;
