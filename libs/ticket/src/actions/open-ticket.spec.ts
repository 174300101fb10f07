import {
  abe,
  actor,
  ada,
  audra,
  billing,
  catalogue,
  dev,
  nora,
  opened,
  pat,
  paul,
  preset,
  uma,
  unified,
} from '../../test/desk.js';
import { given, later } from '../../test/given.js';
import { limits } from '../limits.js';
import type { OpenTicket } from './open-ticket.js';

const ask = (data: Partial<OpenTicket['data']> = {}) =>
  ({
    type: 'OpenTicket',
    data: { ticketId: 't-1', number: 'TICK-1001', subject: 'Printer on fire', description: 'It burns.', ...data },
  }) as const;
const guest = actor('guest', 'guest:t-1');
const printer = { categoryId: 'hardware', typeId: 'printer', itemId: 'laser' };

describe('OpenTicket', () => {
  it('tells everything the ticket starts with [INTK-01] [INTK-27]', () =>
    given()
      .when({ ...ask(), by: nora })
      .then(opened()));

  it('trims what was written and refuses what is blank or endless [INTK-02] [INTK-03] [INTK-04]', () => {
    given()
      .when({ ...ask({ subject: '  Printer on fire ' }), by: nora })
      .then(opened());
    given()
      .when(ask({ subject: ' \t ' }))
      .rejects('required', 'subject');
    given()
      .when(ask({ subject: 'x'.repeat(256) }))
      .rejects('unknown-value', 'subject');
    given()
      .when(ask({ subject: '🔥'.repeat(255) }))
      .thenLike({ type: 'TicketOpened' });
    given()
      .when(ask({ description: ' ' }))
      .rejects('required', 'description');
    given()
      .when(ask({ description: 'x'.repeat(limits.description + 1) }))
      .rejects('unknown-value', 'description');
    const lenient = preset('unified', { onCreate: { forbiddenFields: 'refuse', descriptionRequired: false } });
    given()
      .when({ ...ask({ description: undefined }), policy: lenient })
      .thenLike({ data: { description: '' } });
  });

  it('happens once [NUMB-01]', () => given(opened()).when(ask()).rejects('ticket-exists'));

  it('is for whoever may create; auditors issue no commands [ROLE-07]', () =>
    given()
      .when({ ...ask(), by: audra })
      .rejects('not-allowed'));

  describe('for somebody else', () => {
    it('is the desk’s: the requester is that user, in their organisation [INTK-07]', () =>
      given()
        .when({ ...ask({ requesterId: 'nora', requesterClientId: 'northwind' }), by: abe })
        .then(opened()));
    it('is refused to others, before anything is looked up [INTK-08]', () => {
      for (const by of [nora, uma, pat, dev]) {
        const asked = given().when({ ...ask({ requesterId: 'amy' }), by });
        asked.rejects('field-not-allowed', 'requesterId');
        expect(asked.may).toThrow();
      }
    });
  });

  describe('belongs to a client [INTK-06]', () => {
    it("a customer's own, which they cannot choose [SCOP-10]", () => {
      given()
        .when({ ...ask(), by: nora })
        .thenLike({ data: { clientId: 'northwind' } });
      given()
        .when({ ...ask({ clientId: 'contoso' }), by: nora })
        .rejects('field-not-allowed', 'clientId');
    });
    it("a partner's assigned one: named, or the only one", () => {
      given()
        .when({ ...ask(), by: pat })
        .thenLike({ data: { clientId: 'northwind', requesterId: 'pat' } });
      given()
        .when({ ...ask(), by: paul })
        .rejects('required', 'clientId');
      given()
        .when({ ...ask({ clientId: 'contoso' }), by: paul })
        .thenLike({ data: { clientId: 'contoso' } });
      given()
        .when({ ...ask({ clientId: 'contoso' }), by: pat })
        .rejects('unknown-value', 'clientId');
    });
    it('for the desk the one named, if the requester has no other', () => {
      given()
        .when(ask({ clientId: 'contoso' }))
        .thenLike({ data: { clientId: 'contoso' } });
      given()
        .when(ask({ requesterId: 'nora', requesterClientId: 'northwind', clientId: 'contoso' }))
        .rejects('unknown-value', 'clientId');
      given()
        .when(ask())
        .thenLike({ data: { clientId: null } });
    });
    it('and to a project of it', () => {
      given()
        .when({ ...ask({ projectId: 'web' }), by: nora })
        .thenLike({ data: { projectId: 'web' } });
      given()
        .when(ask({ projectId: 'web' }))
        .rejects('unknown-value', 'projectId');
    });
  });

  describe('with a priority [PRIO-04] [INTK-09]', () => {
    it('customers and partners choose from theirs, the desk from all', () => {
      given()
        .when({ ...ask({ priority: 'high' }), by: nora })
        .thenLike({ data: { priority: 'high' } });
      for (const by of [nora, pat])
        given()
          .when({ ...ask({ priority: 'critical' }), by })
          .rejects('not-selectable', 'priority');
      given()
        .when(ask({ priority: 'critical' }))
        .thenLike({ data: { priority: 'critical' } });
    });
    it('that is in use [PRIO-01]', () =>
      given()
        .when({
          ...ask({ priority: 'normal', categoryId: 'hardware' }),
          policy: { ...catalogue(), priorities: preset('itdesk').priorities },
        })
        .rejects('not-selectable'));
    it('the default where none is named [PRIO-02]', () => {
      const policy = { ...catalogue(), priorities: preset('itdesk').priorities };
      given()
        .when({ ...ask(), policy })
        .thenLike({ data: { priority: 'medium' } });
    });
  });

  describe('with a category', () => {
    it('that the policy asks for, offers or hides [INTK-10]', () => {
      given()
        .when({ ...ask(), policy: catalogue() })
        .thenLike({ data: { categoryId: null } });
      given()
        .when({ ...ask(), policy: catalogue({ onCreate: 'required' }) })
        .rejects('required', 'categoryId');
      const hidden = catalogue({ onCreate: 'hidden' });
      given()
        .when({ ...ask({ categoryId: 'hardware' }), policy: hidden, by: nora })
        .rejects('field-not-allowed', 'categoryId');
      given()
        .when({ ...ask({ categoryId: 'hardware' }), policy: hidden })
        .thenLike({ data: { categoryId: 'hardware' } });
    });
    it('says that none is set up where one is asked for [INTK-11]', () => {
      const none = catalogue({ onCreate: 'required', categories: [] });
      given()
        .when({ ...ask(), policy: none })
        .rejects('required', 'categoryId');
      expect(given().when({ ...ask(), policy: none }).events).toThrow(/no category is set up/);
    });
    it('and type and item that belong to it [CATG-03] [CATG-04]', () => {
      given()
        .when({ ...ask(printer), policy: catalogue() })
        .thenLike({ data: printer });
      given()
        .when({ ...ask({ ...printer, typeId: 'lost' }), policy: catalogue() })
        .rejects('wrong-parent', 'typeId');
      given()
        .when({ ...ask({ categoryId: 'software', itemId: 'laser' }), policy: catalogue() })
        .rejects('wrong-parent', 'itemId');
    });
    it('archived for the desk only [CATG-05] [CATG-06]', () => {
      given()
        .when({ ...ask({ categoryId: 'fax' }), policy: catalogue() })
        .thenLike({ data: { categoryId: 'fax' } });
      given()
        .when({ ...ask({ categoryId: 'fax' }), policy: catalogue(), by: nora })
        .rejects('unknown-value', 'categoryId');
    });
  });

  describe('with custom fields [INTK-16] [CFLD-05] [CFLD-09]', () => {
    const demanding = () => {
      const policy = catalogue();
      const required = policy.customFields.map((field) => ({
        ...field,
        on: field.on.map((node) => ({ ...node, requiredOnNew: true })),
      }));
      return { ...policy, customFields: required };
    };
    it('of its classification', () => {
      given()
        .when({ ...ask({ ...printer, customFields: { serial: 'X-1', tray: 'upper' } }), policy: catalogue() })
        .thenLike({ data: { customFields: { serial: 'X-1', tray: 'upper' } } });
      given()
        .when({ ...ask({ customFields: { serial: 'X-1' } }), policy: catalogue() })
        .rejects('unknown-field', 'customFields.serial');
    });
    it('of category and type for customers, of all levels for the desk', () => {
      const both = { ...printer, customFields: { pages: 3, tray: 'upper' } };
      given()
        .when({ ...ask(both), policy: catalogue(), by: nora })
        .rejects('unknown-field', 'customFields.tray');
      given()
        .when({ ...ask(both), policy: catalogue() })
        .thenLike({ data: { customFields: { pages: 3, tray: 'upper' } } });
    });
    it('which are enforced here, not only in a form', () => {
      const policy = demanding();
      given()
        .when({ ...ask(printer), policy })
        .rejects('required', 'customFields.serial');
      given()
        .when({ ...ask({ ...printer, customFields: { serial: 'X', pages: ' ' } }), policy })
        .rejects('required', 'customFields.pages');
      given()
        .when({ ...ask({ ...printer, customFields: { serial: 'X', pages: '1' } }), policy, by: nora })
        .thenLike({ data: { customFields: { serial: 'X', pages: 1 } } });
    });
    it('never one out of use, or of a name that objects have', () => {
      const policy = catalogue();
      given()
        .when({ ...ask({ ...printer, customFields: { old: 'x' } }), policy })
        .rejects('inactive-field', 'customFields.old');
      given()
        .when({ ...ask({ ...printer, customFields: { constructor: 'x' } }), policy })
        .rejects('unknown-field');
    });
  });

  it('tells the requester first, then up to five [INTK-15] [RCPT-02] [RCPT-03]', () => {
    given()
      .when({ ...ask({ recipients: ['nate', 'nora', 'nate'] }), by: nora })
      .thenLike({ data: { recipients: ['nora', 'nate'] } });
    given()
      .when({ ...ask({ recipients: ['a', 'b', 'c', 'd'] }), by: nora })
      .thenLike({ type: 'TicketOpened' });
    given()
      .when({ ...ask({ recipients: ['a', 'b', 'c', 'd', 'e'] }), by: nora })
      .rejects('recipient-limit', 'recipients');
  });

  it('names up to five calls, each once [INTK-14] [CALL-01] [CALL-02]', () => {
    const calls = (count: number) => Array.from({ length: count }, (_, index) => ({ kind: 'call', id: `${index}` }));
    given()
      .when({ ...ask({ references: [...calls(5), ...calls(5)] }), by: nora })
      .thenLike({ data: { references: calls(5) } });
    given()
      .when({ ...ask({ references: calls(6) }), by: nora })
      .rejects('reference-limit', 'references');
  });

  it('has tags from the desk only, stored as they are compared [TAGS-01] [TAGS-02] [TAGS-04]', () => {
    given()
      .when(ask({ tags: [' VIP', 'vip', 'hot'] }))
      .thenLike({ data: { tags: ['vip', 'hot'] } });
    given()
      .when({ ...ask({ tags: ['vip'] }), by: nora })
      .rejects('field-not-allowed', 'tags');
    given()
      .when({ ...ask({ tags: ['Old'] }), policy: { ...unified, tags: { old: { active: false } } } })
      .rejects('tag-inactive');
    given()
      .when(ask({ tags: Array.from({ length: 51 }, (_, index) => `${index}`) }))
      .rejects('tag-limit');
  });

  it('keeps context, department and attachments [INTK-17] [INTK-25] [ATCH-19]', () =>
    given()
      .when(
        ask({
          context: { productName: ' Press ', expected: ' ' },
          department: ' Print ',
          attachmentUrls: ['https://a/b'],
        }),
      )
      .thenLike({ data: { context: { productName: 'Press' }, department: 'Print', attachmentUrls: ['https://a/b'] } }));

  it('has an assignee from the desk only', () => {
    given()
      .when(ask({ assignee: { groupId: 'desk' } }))
      .thenLike({ data: { assignee: { userId: null, groupId: 'desk' } } });
    for (const by of [nora, pat])
      given()
        .when({ ...ask({ assignee: { userId: by.id } }), by })
        .rejects('field-not-allowed', 'assignee');
  });

  describe('in a status of the desk’s choice', () => {
    it('that is in use and could be reached', () => {
      given()
        .when(ask({ status: 'waiting' }))
        .thenLike({ data: { status: 'waiting', state: 'waiting' } });
      given()
        .when({ ...ask({ status: 'waiting' }), by: billing })
        .thenLike({ data: { status: 'waiting' } });
      given()
        .when(ask({ status: 'new' }))
        .then(opened({ requesterId: 'abe', clientId: null, recipients: ['abe'] }));
      given()
        .when(ask({ status: 'lost' }))
        .rejects('unknown-value', 'status');
    });
    it('done already: through the event that stamps it [LIFE-16]', () => {
      given()
        .when(ask({ status: 'resolved' }))
        .thenLike({ data: { status: 'new' } }, { type: 'TicketResolved', data: { from: 'new', to: 'resolved' } });
      given()
        .when(ask({ status: 'closed' }))
        .thenLike({ data: { status: 'new' } }, { type: 'TicketClosed' });
    });
    it('not past the rules of a strict desk [LIFE-03]', () =>
      given()
        .when({ ...ask({ status: 'in_progress' }), by: ada, policy: preset('social') })
        .rejects('not-selectable', 'status'));
    it('and of nobody else’s', () => {
      for (const by of [nora, pat])
        given()
          .when({ ...ask({ status: 'waiting' }), by })
          .rejects('field-not-allowed', 'status');
    });
  });

  describe('where fields beyond the caller’s rights are dropped [INTK-12]', () => {
    const policy = {
      ...catalogue({ onCreate: 'required', requesterLevels: 2 }),
      onCreate: preset('itdesk').onCreate,
      priorities: preset('itdesk').priorities,
    };
    it('drops the item and the priority of users, keeps the type', () =>
      given()
        .when({
          ...ask({ ...printer, priority: 'high', status: 'waiting', requesterId: 'amy', tags: ['vip'] }),
          by: uma,
          policy,
        })
        .thenLike({
          data: { ...printer, itemId: null, priority: 'medium', status: 'new', requesterId: 'uma', tags: [] },
        }));
    it('drops nothing of the desk', () =>
      given()
        .when({ ...ask({ ...printer, priority: 'high', requesterId: 'amy' }), policy })
        .thenLike({ data: { ...printer, priority: 'high', requesterId: 'amy' } }));
  });

  describe('by a guest', () => {
    const open = { ...catalogue(), guest: { enabled: true } };
    const form = { categoryId: 'hardware', guest: { name: ' Gail ', email: 'gail@home.test' } };
    it('only where the policy lets guests in [GUST-01]', () => {
      given()
        .when({ ...ask(form), by: guest })
        .rejects('not-allowed');
      given()
        .when({ ...ask(form), by: guest, policy: open })
        .thenLike({
          data: { requesterId: 'guest:t-1', recipients: [], guest: { name: 'Gail', email: 'gail@home.test' } },
        });
    });
    it('drops type, item, priority and whatever else a form might send [GUST-03] [INTK-12]', () =>
      given()
        .when({
          ...ask({ ...form, ...printer, priority: 'critical', tags: ['vip'], clientId: 'northwind' }),
          by: guest,
          policy: open,
        })
        .thenLike({
          data: { categoryId: 'hardware', typeId: null, itemId: null, priority: 'medium', tags: [], clientId: null },
        }));
    it('takes the default where medium is out of use [GUST-03]', () =>
      given()
        .when({
          ...ask(form),
          by: guest,
          policy: { ...open, priorities: { active: ['low', 'high'], default: 'high', requesterMayChoose: [] } },
        })
        .thenLike({ data: { priority: 'high' } }));
    it('chooses a category in use, and says what is wrong, whatever others must [GUST-02]', () => {
      const lax = { ...open, onCreate: { ...open.onCreate, descriptionRequired: false } };
      for (const [more, field] of [
        [{ categoryId: undefined }, 'categoryId'],
        [{ description: ' ' }, 'description'],
      ] as const) {
        given()
          .when({ ...ask({ ...form, ...more }), by: guest, policy: lax })
          .rejects('required', field);
      }
      given()
        .when({ ...ask({ ...form, categoryId: 'fax' }), by: guest, policy: open })
        .rejects('unknown-value', 'categoryId');
    });
    it('leaves a phone number where the policy asks for one [GUST-02]', () => {
      const policy = { ...open, guest: { ...open.guest, requiresPhone: true } };
      given()
        .when({ ...ask(form), by: guest, policy })
        .rejects('required', 'phone');
      given()
        .when({ ...ask({ ...form, guest: { ...form.guest, phone: '+49 1' } }), by: guest, policy })
        .thenLike({ data: { guest: { phone: '+49 1' } } });
    });
    it('gives values for the fields of the category only [CFLD-09]', () =>
      given()
        .when({ ...ask({ ...form, customFields: { serial: 'S-1', pages: 3 } }), by: guest, policy: open })
        .thenLike({ data: { customFields: { serial: 'S-1' } } }));
    it('is promised a link where the policy has links [GUST-05]', () => {
      const policy = { ...open, guest: { ...open.guest, accessLink: 'P7D' } };
      given()
        .when({ ...ask({ ...form, guestLinkId: 'l-1' }), by: guest, policy })
        .thenLike(
          { type: 'TicketOpened' },
          { type: 'GuestLinkIssued', data: { linkId: 'l-1', expiresAt: later(7 * 86_400_000) } },
        );
    });
    it('says who it is [GUST-02]', () => {
      given()
        .when({ ...ask({ guest: undefined }), by: guest, policy: open })
        .rejects('required', 'guest');
      given()
        .when({ ...ask({ guest: { name: ' ', email: 'x@y' } }), by: guest, policy: open })
        .rejects('required', 'name');
    });
  });

  it('follows each preset from its own first status [STAT-01]', () => {
    for (const name of ['portal', 'licence', 'social', 'selfserve', 'unified'] as const) {
      const policy = preset(name);
      const categoryId = policy.classification.onCreate === 'required' ? 'general' : undefined;
      given()
        .when({ ...ask({ categoryId }), by: uma, policy })
        .thenLike({ data: { status: policy.initialStatus } });
    }
    expect(unified.initialStatus).toBe('new');
  });
});
