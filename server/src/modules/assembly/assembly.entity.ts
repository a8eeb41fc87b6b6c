import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Organisation, Person } from '../identity/index.ts';
import { House } from '../registry/index.ts';

export const assemblyForms = ['SYSTEM', 'ADVISORY'] as const;
export type AssemblyForm = (typeof assemblyForms)[number];
export const assemblyStates = ['DRAFT', 'ANNOUNCED', 'VOTING', 'CLOSED', 'CANCELLED'] as const;
export type AssemblyState = (typeof assemblyStates)[number];
export const legalModes = ['STATE_SYSTEM', 'PAPER_BACKED', 'ADVISORY'] as const;
export const liveCounts = ['TURNOUT_ONLY', 'RUNNING_COUNT'] as const;

/** A general meeting of the owners of one house. */
export const Assembly = defineEntity({
  name: 'Assembly',
  tableName: 'assembly',
  properties: {
    id: p.uuid().primary(),
    houseId: () => p.manyToOne(House).mapToPk().joinColumn('house_id').index(),
    form: p.enum(assemblyForms),
    legalMode: p.enum(legalModes),
    state: p.enum(assemblyStates),
    title: p.text(),
    annual: p.boolean(),
    /** Who convenes: an owner, or an organisation. */
    initiatorPersonId: () => p.manyToOne(Person).mapToPk().joinColumn('initiator_person_id').nullable(),
    initiatorOrganisationId: () =>
      p.manyToOne(Organisation).mapToPk().joinColumn('initiator_organisation_id').nullable(),
    /** The administrator of the assembly (art. 47.1): a person or an organisation. */
    administratorPersonId: () => p.manyToOne(Person).mapToPk().joinColumn('administrator_person_id').nullable(),
    administratorOrganisationId: () =>
      p.manyToOne(Organisation).mapToPk().joinColumn('administrator_organisation_id').nullable(),
    administratorAddress: p.text().nullable(),
    chairId: () => p.manyToOne(Person).mapToPk().joinColumn('chair_id').nullable(),
    secretaryId: () => p.manyToOne(Person).mapToPk().joinColumn('secretary_id').nullable(),
    tellerIds: p.array<string>().columnType('uuid[]'),
    /** How written decisions are taken in, and where papers and materials are. */
    acceptanceProcedure: p.text().nullable(),
    materialsPlace: p.text().nullable(),
    liveCounts: p.enum(liveCounts),
    /** Two people make every entry of paper. Off only where the draft said so. */
    fourEyes: p.boolean().default(false),
    timeZone: p.text(),
    handedToAdministratorAt: p.datetime(3).nullable(),
    noticeAt: p.datetime(3).nullable(),
    opensAt: p.datetime(3).nullable(),
    closesAt: p.datetime(3).nullable(),
    paperAcceptedUntil: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    openedAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
    cancelledAt: p.datetime(3).nullable(),
    cancelReason: p.text().nullable(),
    /** Rises with every dated entry on the roll and with every change of state. */
    rollVersion: p.integer(),
    /** Weights are integers of 1/(100 × commonUnit) m². */
    commonUnit: p.decimal('string').columnType('numeric').nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: 'assembly_state_opens', properties: ['state', 'opensAt'] },
    { name: 'assembly_state_closes', properties: ['state', 'closesAt'] },
  ],
});
export type Assembly = InferEntity<typeof Assembly>;

/** A question put to the owners. After the announcement it never changes; its rule is frozen then. */
export const AgendaItem = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    position: p.integer(),
    /** Point of art. 44 p. 2 ЖК, or another article. */
    code: p.text(),
    wording: p.text(),
    /** What the owners are asked to decide, where the wording alone does not say it. */
    proposal: p.text().nullable(),
    entrance: p.integer().nullable(),
    premisesId: p.uuid().nullable(),
    /** Frozen from the library at the notice. */
    rule: p.enum(['S', 'A50', 'T23', 'U', 'X45']).nullable(),
    ruleValidFrom: p.date().nullable(),
    ruleSource: p.text().nullable(),
  },
  uniques: [{ name: 'agenda_item_position', properties: ['assemblyId', 'position'] }],
});
export type AgendaItem = InferEntity<typeof AgendaItem>;

/** A file the owners may read before they vote. */
export const Material = defineEntity({
  name: 'Material',
  tableName: 'material',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').index(),
    agendaItemId: () => p.manyToOne(AgendaItem).mapToPk().joinColumn('agenda_item_id').nullable(),
    fileId: p.uuid(),
    title: p.text(),
    attachedAt: p.datetime(3),
  },
});
