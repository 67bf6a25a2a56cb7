import type { ImportProgressResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import './sent-file.css';

const t = area('sent-file', vi);

/** How far the background program is with a large file. */
export function ImportProgress({ progress: { phase, done, of } }: { progress: ImportProgressResponse }) {
  const words = t(`phase.${phase}` as 'phase.reading');
  return (
    <div className="import-progress" role="status">
      <progress aria-label={words} {...(of > 0 && { value: Math.min(done, of), max: of })} />
      <span>
        {words} {of > 0 && t('progress', { done: formatNumber(Math.min(done, of)), of: formatNumber(of) })}
      </span>
    </div>
  );
}
