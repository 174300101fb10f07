import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import { demoUserId } from '../directory/demo.js';
import { Badges } from './badges.js';
import { CountTickets } from './count-tickets.js';
import { GetProfile } from './get-profile.js';
import { GetReply } from './get-reply.js';
import { GetTicket } from './get-ticket.js';
import { queryHandlers } from './handlers.js';
import { ListAssignees } from './list-assignees.js';
import { ListClients } from './list-clients.js';
import { ListProjects } from './list-projects.js';
import { ListTickets } from './list-tickets.js';
import { RecipientCandidates } from './recipient-candidates.js';
import { TicketThread } from './ticket-thread.js';
import { CURSOR_SECRET, DATABASE } from './tokens.js';
import { UserNames } from './user-names.js';

let desk: Desk;
let module: TestingModule;
beforeAll(async () => {
  desk = await openDesk();
  module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      ...queryHandlers,
      { provide: DATABASE, useValue: desk.api },
      { provide: CURSOR_SECRET, useValue: new Uint8Array(32) },
    ],
  }).compile();
  await module.init();
});
afterAll(async () => {
  await module.close();
  await desk.close();
});

it('answers every question on the bus, inside the tenant of its caller', async () => {
  const ticket = ticketRow();
  await store(desk.projector, [ticket, ticketRow({ tenant: 'globex' })]);
  const abe = somebody('agent', { id: demoUserId('abe@acme.test') });
  const bus = module.get(QueryBus);

  expect((await bus.execute(new ListTickets(abe, {}, policy))).items).toMatchObject([{ id: ticket.id }]);
  expect(await bus.execute(new GetTicket(abe, ticket.number, policy))).toMatchObject({ id: ticket.id });
  expect(await bus.execute(new TicketThread(abe, ticket.id, {}))).toMatchObject({ items: [], nextCursor: null });
  expect(await bus.execute(new GetReply(abe, ticket.id, ticket.id))).toEqual({ reply: null });
  expect((await bus.execute(new CountTickets(abe))).views.all).toBe(1);
  expect((await bus.execute(new Badges(abe))).byStatus).toEqual({ new: 1 });
  expect(await bus.execute(new GetProfile(abe))).toMatchObject({ user: { name: 'Abe' } });
  expect((await bus.execute(new ListAssignees(abe, {}, policy)))?.groups).toHaveLength(2);
  expect(await bus.execute(new ListClients(abe))).toHaveLength(2);
  expect(await bus.execute(new ListProjects(abe, 'northwind'))).toHaveLength(2);
  expect(await bus.execute(new RecipientCandidates(abe, { q: 'Nora' }))).toMatchObject([{ name: 'Nora' }]);
  expect((await bus.execute(new UserNames('acme', [abe.id]))).get(abe.id)).toBe('Abe');
});
