import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/papers.json';
import { FileLink } from './file-link';

const t = area('papers', vi);

/** Reads of the papers and pictures of a case; one answer serves every place that shows some of them. */
export const usePapers = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'papers'],
    queryFn: () => call('GET /api/v1/cases/{caseId}/papers', { params: { caseId } }),
  });

/** What the commune photographed at one visit to the family. */
export function VisitPictures({ caseId, visitId }: { caseId: string; visitId: string }) {
  const files = usePapers(caseId).data?.files.filter((file) => file.visitId === visitId) ?? [];
  if (files.length === 0) return null;
  return (
    <div className="scans">
      {files.map((file) => (
        <FileLink key={file.id} file={file} of={t('ofVisit')} />
      ))}
    </div>
  );
}
