import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';

/** Reads of the case page. First word of a key = topic of the live hints. */
export const useCase = (caseId: string) =>
  useQuery({ queryKey: ['case', caseId], queryFn: () => call('GET /api/v1/cases/{caseId}', { params: { caseId } }) });

export const useTimeline = (caseId: string) =>
  useQuery({
    queryKey: ['timeline', caseId],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/timeline', { params: { caseId } })).events,
  });

export const useCaseAlerts = (caseId: string) =>
  useQuery({
    queryKey: ['alerts', 'case', caseId],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/alerts', { params: { caseId } })).alerts,
  });

export const useVisits = (caseId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['case', caseId, 'visits'],
    enabled,
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/visits', { params: { caseId } })).visits,
  });

export const useWorker = (workerId: string | undefined) =>
  useQuery({
    queryKey: ['worker', workerId],
    enabled: workerId !== undefined,
    queryFn: () => call('GET /api/v1/workers/{workerId}', { params: { workerId: workerId! } }),
  });

export const useContacts = (workerId: string) =>
  useQuery({
    queryKey: ['worker', workerId, 'contacts'],
    queryFn: async () => (await call('GET /api/v1/workers/{workerId}/contacts', { params: { workerId } })).contacts,
  });

export const useReads = (workerId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['worker', workerId, 'reads'],
    enabled,
    queryFn: async () => (await call('GET /api/v1/workers/{workerId}/reads', { params: { workerId } })).reads,
  });

export const useCrossings = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'crossings'],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/crossings', { params: { caseId } })).crossings,
  });
