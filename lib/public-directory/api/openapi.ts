import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi';
import { allianceSchema, conditionSchema, districtSchema, techniqueSchema } from './catalogue-schemas';
import { OPERATION_EXAMPLES } from './examples';
import { figureListSchema, figureParametersSchema } from './figure-schemas';
import {
  clinicParametersSchema,
  facilityParametersSchema,
  noParametersSchema,
  pageParametersSchema,
  sessionParametersSchema,
} from './parameters';
import {
  clinicSessionSchema,
  facilityDetailSchema,
  facilitySchema,
  jointClinicSchema,
  listOf,
  problemSchema,
} from './response-schemas';

// The OpenAPI document, made from the very schemas that the handlers parse with and the serialisers are typed by.

type Operation = {
  id: keyof typeof OPERATION_EXAMPLES;
  path: string;
  tag: string;
  summary: string;
  description?: string;
  query: z.ZodObject;
  pathParameter?: string;
  answer: z.ZodType;
};

/** Every operation of the API; the handlers' tests and the document read this one list. */
export const OPERATIONS: readonly Operation[] = [
  {
    id: 'listFacilities',
    path: '/api/v1/facilities',
    tag: 'Facilities',
    summary: 'Find facilities',
    description:
      'Hospitals, community health centres and service stations of the network: nearest first with `near`, best ' +
      'answer first with `q` alone, by id otherwise. All conditions must hold together. When nothing fits exactly, ' +
      'the list is empty; it is never filled with something else.',
    query: facilityParametersSchema,
    answer: listOf(facilitySchema),
  },
  {
    id: 'getFacility',
    path: '/api/v1/facilities/{id}',
    tag: 'Facilities',
    summary: 'One facility with everything residents may know about it',
    query: noParametersSchema,
    pathParameter: 'The id of a facility.',
    answer: facilityDetailSchema,
  },
  {
    id: 'listJointClinics',
    path: '/api/v1/joint-clinics',
    tag: 'Joint clinics',
    summary: 'Joint clinics: experts of a lead hospital who sit in a community health centre',
    query: clinicParametersSchema,
    answer: listOf(jointClinicSchema),
  },
  {
    id: 'getJointClinic',
    path: '/api/v1/joint-clinics/{id}',
    tag: 'Joint clinics',
    summary: 'One joint clinic',
    query: noParametersSchema,
    pathParameter: 'The id of a joint clinic.',
    answer: jointClinicSchema,
  },
  {
    id: 'listJointClinicSessions',
    path: '/api/v1/joint-clinics/{id}/sessions',
    tag: 'Joint clinics',
    summary: 'Planned sessions and stop notices of a joint clinic',
    description: 'Computed from schedule, exceptions, national holidays, make-up working days and status history.',
    query: sessionParametersSchema,
    pathParameter: 'The id of a joint clinic.',
    answer: listOf(clinicSessionSchema),
  },
  {
    id: 'listAlliances',
    path: '/api/v1/alliances',
    tag: 'Network',
    summary: 'The four regional alliances with their hospitals and districts',
    query: pageParametersSchema,
    answer: listOf(allianceSchema),
  },
  {
    id: 'listDistricts',
    path: '/api/v1/districts',
    tag: 'Network',
    summary: 'The sixteen districts',
    query: pageParametersSchema,
    answer: listOf(districtSchema),
  },
  {
    id: 'listConditions',
    path: '/api/v1/conditions',
    tag: 'Catalogues',
    summary: 'The conditions of the city list, with everyday words',
    query: pageParametersSchema,
    answer: listOf(conditionSchema),
  },
  {
    id: 'listTechniques',
    path: '/api/v1/techniques',
    tag: 'Catalogues',
    summary: 'The techniques, with other names',
    query: pageParametersSchema,
    answer: listOf(techniqueSchema),
  },
  {
    id: 'listFigures',
    path: '/api/v1/figures',
    tag: 'Figures',
    summary: 'Public figures of a quarter for the city, its alliances and districts',
    description:
      'The same rows as the page /figures and its downloads. Numbers from one to four are withheld, with as many ' +
      'others as are needed so that none follows from the sums.',
    query: figureParametersSchema,
    answer: figureListSchema,
  },
];

const answerHeaders = z.object({
  ETag: z.string().meta({ description: 'Give it as If-None-Match to be answered 304 while nothing has changed.' }),
  'X-Request-Id': z.string().meta({ description: 'The name of this request, for questions to the operator.' }),
});
const retryHeaders = z.object({ 'Retry-After': z.string().meta({ description: 'Seconds to wait.' }) });
const allowHeaders = z.object({ Allow: z.string() });

function problemAnswer(description: string, headers?: z.ZodObject) {
  return { description, headers, content: { 'application/problem+json': { schema: problemSchema } } };
}

function operationOf(operation: Operation): ZodOpenApiOperationObject {
  const { pathParameter } = operation;
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    requestParams: {
      ...(pathParameter ? { path: z.object({ id: z.string().meta({ description: pathParameter }) }) } : {}),
      query: operation.query,
    },
    responses: {
      200: {
        description: 'The answer.',
        headers: answerHeaders,
        content: {
          'application/json': { schema: operation.answer, example: OPERATION_EXAMPLES[operation.id] },
        },
      },
      304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
      400: problemAnswer('A parameter is unknown, repeated or malformed; `errors` names each.'),
      ...(pathParameter ? { 404: problemAnswer('There is nothing with this id.') } : {}),
      405: problemAnswer('This API only reads.', allowHeaders),
      429: problemAnswer('More requests a minute than are answered for one client.', retryHeaders),
      503: problemAnswer('The directory cannot be read at the moment.', retryHeaders),
    },
  };
}

/** The OpenAPI 3.1 document of the public API on a site. */
export function openApiDocument(siteUrl: string, version: string) {
  const paths: ZodOpenApiObject['paths'] = Object.fromEntries(
    OPERATIONS.map((operation) => [operation.path, { get: operationOf(operation) }]),
  );
  const plain = (id: string, summary: string, schema: z.ZodType) => ({
    get: {
      operationId: id,
      tags: ['Service'],
      summary,
      responses: { 200: { description: 'The answer.', content: { 'application/json': { schema } } } },
    },
  });
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Public directory of the TCM medical alliances of Shanghai · 上海市区域中医医联体公共目录',
      version,
      description:
        'Read-only, open to everyone without a key. Positions are WGS-84. Times carry +08:00. `origin` tells ' +
        'facts, imported and demonstration records apart. Errors are RFC 9457 problem details.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: siteUrl }],
    paths: {
      ...paths,
      '/api/v1/ping': plain('ping', 'An empty list, to measure the way here', listOf(z.never())),
      '/api/v1/openapi.json': plain('getOpenApi', 'This document', z.looseObject({ openapi: z.string() })),
    },
  });
}
