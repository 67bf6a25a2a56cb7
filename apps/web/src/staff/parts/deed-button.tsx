import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

/** The button that does a form's deed, with what went wrong above it. Ctrl+Enter in a field presses it as well. */
export function DeedButton({
  word,
  deed,
  disabled = false,
}: {
  word: string;
  deed: { busy: boolean; problem: string };
  disabled?: boolean;
}) {
  return (
    <>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <button type="submit" className="main-button" disabled={disabled || deed.busy}>
        {deed.busy ? t('sending') : word}
      </button>
    </>
  );
}
