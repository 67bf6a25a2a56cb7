import { Link } from '@tanstack/react-router';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';

const t = area('queue', vi);

/** The report is checked and sent on its own screen; the task goes by itself then. */
export function ReportDeed() {
  return (
    <p>
      <Link to="/bao-cao-thang" className="main-button">
        {t('openReport')}
      </Link>
    </p>
  );
}
