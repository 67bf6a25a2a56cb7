import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';

export const useClass = (classId: string) =>
  useQuery({ queryKey: ['classes', classId], queryFn: () => call('GET /api/v1/training/classes/{classId}', { params: { classId } }) });

export const useWanting = (classId: string) =>
  useQuery({
    queryKey: ['classes', classId, 'wanting'],
    queryFn: async () => (await call('GET /api/v1/training/classes/{classId}/wanting', { params: { classId } })).people,
  });
