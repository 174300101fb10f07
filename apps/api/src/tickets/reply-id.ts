import type { Asked } from './asked.js';

/** As it stands in events; what is no UUID is no reply either, which the decision says. */
export const replyIdIn = ({ params }: Asked): string => (params.replyId ?? '').toLowerCase();
