import type { ChannelId, PlatformUser } from '../bot/gateway.js';
import { UNNAMED, type Sender, type Staff, type UnitName } from './model.js';

/** What is remembered of a reporter; `name` is '' where none was told. */
export type Known = { readonly name: string; readonly unit: UnitName | null; readonly phone: string | null };

/** The member of staff behind a platform user, or null. */
export const staffOf = (user: string, channel: ChannelId, staff: readonly Staff[]): Staff | null =>
  staff.find((s) => s.ids[channel] === user) ?? null;

/** The key under which somebody is known for ever: `staff:ID` on the roster, else `CHANNEL:USERID`. */
export const keyOf = (user: string, channel: ChannelId, staff: readonly Staff[]): string => {
  const member = staffOf(user, channel, staff);
  return member === null ? `${channel}:${user}` : `staff:${member.id}`;
};

const nameOf = (user: PlatformUser, known: Known | null): string => {
  const told = known?.name ?? '';
  if (told !== '') return told;
  return user.name === null || user.name === user.id ? UNNAMED : user.name;
};

/**
 * Who wrote: somebody of the roster by their platform id, else a reporter, with what earlier messages, the desk or an import told of
 * them. The name told counts before the platform's; an id is no name, so where nothing else is known it is 报修人.
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
    name: nameOf(user, known),
    role: 'reporter',
    staff: null,
    unit: known?.unit ?? null,
    phone: known?.phone ?? null,
  };
};
