import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** When somebody whom the notice of an assembly is for first opened it. Written once; later looks change nothing. */
export const NoticeSight = defineEntity({
  name: 'NoticeSight',
  tableName: 'notice_sight',
  properties: {
    assemblyId: p.uuid().primary(),
    personId: p.uuid().primary(),
    seenAt: p.datetime(3),
    /** With a token: through another app. */
    throughApp: p.boolean(),
  },
});
export type NoticeSight = InferEntity<typeof NoticeSight>;
