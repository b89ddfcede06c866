import type { ChannelId, PlatformUser } from '../bot/gateway.js';
import type { Sender, Staff, UnitName } from './model.js';

/** What is remembered of a reporter from earlier messages. */
export type Known = { readonly name: string; readonly unit: UnitName | null; readonly phone: string | null };

/** The member of staff behind a platform user, or null. */
export const staffOf = (user: string, channel: ChannelId, staff: readonly Staff[]): Staff | null =>
  staff.find((s) => s.ids[channel] === user) ?? null;

/** The key under which somebody is known for ever: `staff:ID` on the roster, else `CHANNEL:USERID`. */
export const keyOf = (user: string, channel: ChannelId, staff: readonly Staff[]): string => {
  const member = staffOf(user, channel, staff);
  return member === null ? `${channel}:${user}` : `staff:${member.id}`;
};

/**
 * Who wrote: somebody of the roster by their platform id, else a reporter, with what earlier messages told of them. The platform's
 * name counts first; where it tells none (WeCom), the name learnt, else 老师.
 */
export const senderOf = (
  user: PlatformUser,
  channel: ChannelId,
  staff: readonly Staff[],
  known: Known | null,
): Sender => {
  const member = staffOf(user.id, channel, staff);
  if (member !== null) {
    return {
      key: `staff:${member.id}`,
      name: member.name,
      role: member.role,
      staff: member.id,
      unit: null,
      phone: null,
    };
  }
  return {
    key: `${channel}:${user.id}`,
    name: user.name ?? known?.name ?? '老师',
    role: 'reporter',
    staff: null,
    unit: known?.unit ?? null,
    phone: known?.phone ?? null,
  };
};
