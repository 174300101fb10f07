import {
  abe,
  ada,
  audra,
  closed,
  moved,
  nora,
  note,
  opened,
  pat,
  preset,
  reply,
  resolved,
  sue,
} from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (data: { body?: string; parentId?: string; then?: object } = {}) =>
  ({ type: 'AddNote', data: { replyId: 'r-9', body: 'Between us', ...data } }) as const;
const ours = note('r-9');

describe('AddNote', () => {
  it('is for staff, not for requesters, partners or auditors [RPLY-03]', () => {
    for (const by of [abe, ada, sue])
      given(opened())
        .when({ ...ask(), by })
        .then(ours);
    for (const by of [nora, pat, audra])
      given(opened())
        .when({ ...ask(), by })
        .rejects('not-allowed');
  });
  it('says something', () =>
    given(opened())
      .when(ask({ body: ' ' }))
      .rejects('required', 'body'));
  it('answers notes and replies', () => {
    given(opened(), note('r-1'))
      .when(ask({ parentId: 'r-1' }))
      .thenLike({ data: { parentId: 'r-1' } });
    given(opened(), reply('r-1'))
      .when(ask({ parentId: 'r-1' }))
      .thenLike({ data: { parentId: 'r-1' } });
    given(opened())
      .when(ask({ parentId: 'r-1' }))
      .rejects('unknown-value', 'parentId');
  });
  it('moves nothing by itself, in whatever status', () => {
    given(opened(), moved('waiting')).when(ask()).then(ours);
    given(opened(), resolved()).when(ask()).then(ours);
    given(opened(), resolved(), closed()).when(ask()).then(ours);
  });
  it('takes a status along [RPLY-10]', () =>
    given(opened())
      .when(ask({ then: { status: 'waiting' } }))
      .then(ours, moved('waiting')));
  it('is refused where closed is the end [LIFE-07]', () =>
    given(opened(), moved('in_progress'), resolved('in_progress'), closed())
      .when({ ...ask(), by: ada, policy: preset('social') })
      .rejects('ticket-closed'));
});
