import { z } from 'zod';

/**
 * The part of the Bot API's updates that we read (channels.md D.2 to D.6). Types only come from here: an update is unknown until
 * it fits. A part that is decoration (entities, a picture) and does not fit is left out; the message still counts.
 */

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().catch(false),
  first_name: z.string().catch(''),
  last_name: lenient(z.string()),
  username: lenient(z.string()),
});

const chat = z.object({
  id: z.number(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: lenient(z.string()),
});

const entity = z.object({ type: z.string(), offset: z.number(), length: z.number(), user: lenient(user) });
const entities = lenient(z.array(entity));

const file = z.object({ file_id: z.string().min(1), file_name: lenient(z.string()) });

const words = {
  text: lenient(z.string()),
  caption: lenient(z.string()),
};

const replied = z.object({
  ...words,
  message_id: z.number(),
  from: lenient(user),
  /** In a topic every message answers the one that opened it: that is no quote. */
  forum_topic_created: z.unknown().optional(),
});

const message = z.object({
  ...words,
  message_id: z.number(),
  edit_date: lenient(z.number()),
  chat,
  from: lenient(user),
  /** Who speaks where it is not a person: an anonymous administrator (the group itself), a linked channel. */
  sender_chat: lenient(chat),
  entities,
  caption_entities: entities,
  photo: lenient(z.array(file)),
  document: lenient(file),
  voice: lenient(file),
  video: lenient(file),
  video_note: lenient(file),
  audio: lenient(file),
  reply_to_message: lenient(replied),
  migrate_to_chat_id: lenient(z.number()),
  migrate_from_chat_id: lenient(z.number()),
});

const press = z.object({
  id: z.string().min(1),
  from: user,
  data: lenient(z.string()),
  /** Old messages come without content, with `date` 0, or not at all (D.5). */
  message: lenient(z.object({ message_id: z.number(), chat })),
});

export const updateSchema = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: press.optional(),
});

/** What of `getMe` we use. */
export const meSchema = z.object({
  id: z.number(),
  username: z.string(),
  can_read_all_group_messages: z.boolean().catch(false),
});

export type TelegramUser = z.infer<typeof user>;
export type TelegramChat = z.infer<typeof chat>;
export type TelegramMessage = z.infer<typeof message>;
export type TelegramPress = z.infer<typeof press>;
export type TelegramEntity = z.infer<typeof entity>;
export type Me = z.infer<typeof meSchema>;

/** What we ask the server for; anything else it keeps to itself. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;
