import { stageName } from '../../language/codes';

const TONES: Readonly<Record<string, string>> = {
  ABROAD: 'brand',
  LAWFUL_STAY: 'brand',
  ABROAD_GRACE: 'soon',
  SUSPECTED_OVERSTAY: 'soon',
  ABSCONDED: 'soon',
  MISSING: 'soon',
  OVERSTAYING: 'urgent',
  RETURNED: 'done',
};

/** Where a case stands, in the officers' words. */
export function StageChip({ stage }: { stage: string }) {
  return <span className={`chip chip-${TONES[stage] ?? 'plain'}`}>{stageName(stage)}</span>;
}
