import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';

// What tests ask the public API for, to know what the demonstration network holds before they ask a page.

const facility = z.object({
  id: z.string(),
  name: z.string(),
  techniques: z.array(z.object({ code: z.string(), name: z.string() })),
  nextExpertSession: z.object({ clinicId: z.string(), expert: z.object({ name: z.string() }) }).nullable(),
});
const list = z.object({ data: z.array(facility), next: z.string().nullable() });

export type ListedFacility = z.infer<typeof facility>;

/** Facilities by the public API's own parameters. */
export async function listFacilities(
  request: APIRequestContext,
  parameters: Record<string, string>,
): Promise<ListedFacility[]> {
  const answer = await request.get(`/api/v1/facilities?${new URLSearchParams(parameters)}`);
  return list.parse(await answer.json()).data;
}
