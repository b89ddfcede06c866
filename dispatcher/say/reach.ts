import type { ChannelId, Span } from '../../bot/gateway.js';
import type { House } from '../decide/scene.js';
import type { StaffId } from '../model.js';
import { mentionStaff } from './message.js';

/**
 * The mention of whoever shall come; where the roster has no id of theirs on this channel, a mention that would reach nobody is
 * followed by one of the lead, who can call them.
 */
export const reach = (id: StaffId, channel: ChannelId, house: House): readonly Span[] => {
  const mention = mentionStaff(id, channel, house);
  if (typeof mention !== 'string' || id === house.policy.lead) return [mention];
  return [mention, '（未登记本群账号，', mentionStaff(house.policy.lead, channel, house), ' 请电话通知）'];
};
