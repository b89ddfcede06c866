/** What `npm run replay -- --help` says. */
export const HELP = `npm run replay -- [options] chat.txt     (- reads standard input)

Reads an exported group chat and says of each message what the bot would have done: intent, level with its reason, category,
unit, faults, evidence, and whether a ticket comes of it. Nothing is sent, stored or asked of anybody.

  --date YYYY-MM-DD   the day of messages that stand under no date (default: today)
  --summary           only the summary
  --help

Understood: lines of words under a head such as
  2026-11-22 10:42:11 王老师        王老师 2026-11-22 10:42        王老师(zjw-wang) 10:42
dates also as 2026/11/22, 2026年11月22日 or 11-22, and as a line ————— 2026-11-22 ————— between the days; or JSON lines
{"at", "from", "text"}. UTF-8, UTF-16 or GBK. [图片] and the like are counted and left out of the words.

What is real: the reading, the deciding, the roster, the units and deadlines of PROJECT_DIR. Staff are known by the names (or the
accounts in brackets) of roster.yaml; everybody else is a reporter, whose unit and number are learnt on the way.
What is simulated, and how roughly:
  - the bot hears every message, as on Telegram without privacy mode (on WeCom only those with @小通);
  - open tickets are those that these messages would have made. An engineer has a job where the roster would have offered it to
    him, whoever went in truth; so the words of the one who did go may be read without a job;
  - nobody in the chat saw the bot's questions, so they count as unanswered;
  - what is quoted is known by its words alone; presses of buttons, reminders, escalation and automatic closing do not happen,
    and no advisor (LLM_…) is asked; guaranteed events are not known;
  - an open ticket of which nobody speaks for 72 h is forgotten, a finished one after 48 h.

Lines that cannot be used are named on standard error with their numbers. Exit 0; 1 where the file or PROJECT_DIR cannot be read
or no message is found; 2 for wrong options.
`;
