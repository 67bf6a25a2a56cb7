import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { DialogSheet } from '../../parts/dialog-sheet';
import { COLUMN_KEYS, type ColumnKey, FIRST_COLUMNS } from './grid-columns';
import { type GridLook, ROW_HEIGHT } from './use-grid-look';

const t = area('cases', vi);

/** Which columns, in which order, how dense. Changes show at once and stay with the account. */
export function ColumnChooser({
  look,
  onChange,
  onClose,
}: {
  look: GridLook;
  onChange: (part: Partial<GridLook>) => void;
  onClose: () => void;
}) {
  const { columns } = look;
  const hidden = COLUMN_KEYS.filter((key) => !columns.includes(key));
  const move = (key: ColumnKey, step: number) => {
    const next = columns.filter((one) => one !== key);
    next.splice(columns.indexOf(key) + step, 0, key);
    onChange({ columns: next });
  };
  return (
    <DialogSheet title={t('columns')} onClose={onClose}>
      <div className="form-rows">
        <div className="choice-line" role="radiogroup" aria-label={t('density')}>
          {(Object.keys(ROW_HEIGHT) as GridLook['density'][]).map((density) => (
            <label key={density} className="form-tick">
              <input type="radio" name="density" checked={look.density === density} onChange={() => onChange({ density })} />
              {t(`density.${density}`)}
            </label>
          ))}
        </div>
        <ul className="plain-list column-list">
          {columns.map((key, at) => (
            <li key={key}>
              <label className="form-tick">
                <input
                  type="checkbox"
                  checked
                  disabled={columns.length === 1}
                  onChange={() => onChange({ columns: columns.filter((one) => one !== key) })}
                />
                {t(`column.${key}`)}
              </label>
              <button type="button" className="icon-button" disabled={at === 0} aria-label={up(key)} onClick={() => move(key, -1)}>
                ↑
              </button>
              <button
                type="button"
                className="icon-button"
                disabled={at === columns.length - 1}
                aria-label={t('moveDown', { column: t(`column.${key}`) })}
                onClick={() => move(key, 1)}
              >
                ↓
              </button>
            </li>
          ))}
          {hidden.map((key) => (
            <li key={key}>
              <label className="form-tick">
                <input type="checkbox" checked={false} onChange={() => onChange({ columns: [...columns, key] })} />
                {t(`column.${key}`)}
              </label>
            </li>
          ))}
        </ul>
        <div className="form-deeds">
          <button
            type="button"
            className="plain-button"
            onClick={() => onChange({ columns: FIRST_COLUMNS, widths: {}, density: 'middle' })}
          >
            {t('firstLook')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}

const up = (key: ColumnKey) => t('moveUp', { column: t(`column.${key}`) });
