/**
 * Who may import whom (design.md 1). A rule's comment says what to do instead. `npm run check` runs it; to see one file's imports:
 * npx depcruise --include-only '^dispatcher' --output-type text dispatcher
 */
const VOCABULARY =
  '^(bot/gateway|dispatcher/(model|terms|facts|rota|policy|decision|incident|bulletin|inspection|advice|ports|views|clockwork))\\.ts$';
/** Pure data libraries, allowed in the pure folders by name. */
const PURE_DATA = '^node_modules/(chinese-days|pinyin-pro)/';
const TEST = '\\.test\\.ts$|^test/|/testing/';
/** The composition roots: they know everybody, so that nobody else must. */
const ROOT = '^(main|system)\\.ts$|^scripts/|^test/|\\.test\\.ts$';

const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot: [from, ...allowed] },
});

/** @param {string} library a regular expression of package names */
const home = (name, comment, library, folders) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: folders },
  to: { path: `^node_modules/(${library})/` },
});

module.exports = {
  forbidden: [
    // The flow: understand ← decide ← say.
    only(
      'gateway-imports-nothing',
      'The gateway vocabulary stands alone. Put what it needs into it, or let the inside translate.',
      '^bot/gateway\\.ts$',
      [],
    ),
    only(
      'vocabulary-imports-vocabulary',
      'model, policy, decision and ports are types that everybody reads. Move the behaviour into understand/, decide/ or record/.',
      '^dispatcher/(model|terms|facts|rota|policy|decision|incident|bulletin|inspection|ports|views)\\.ts$',
      [VOCABULARY],
    ),
    only(
      'understand-is-pure',
      'understand/ turns text into facts and knows nothing else. Take what it needs as an argument (units, context).',
      '^dispatcher/understand/',
      [VOCABULARY, PURE_DATA],
    ),
    only(
      'decide-is-pure',
      'decide/ is a function of its arguments. Load before it (record/), do after it (the Outcome), and word it in say/.',
      '^dispatcher/decide/',
      [VOCABULARY, PURE_DATA, '^dispatcher/understand/'],
    ),
    only('say-is-pure', 'say/ words a decision. What it does not know belongs in the decision.', '^dispatcher/say/', [
      VOCABULARY,
      PURE_DATA,
      '^dispatcher/(understand|decide)/',
    ]),
    {
      name: 'dispatcher-knows-no-edge',
      comment:
        'The dispatcher is told of the world by its ports. Add to dispatcher/ports.ts and hand it in from main.ts.',
      severity: 'error',
      from: { path: '^dispatcher/', pathNot: TEST },
      to: { path: '^(workers|console|scripts|test)/' },
    },

    // The database.
    {
      name: 'record-is-the-only-writer',
      comment: 'Only dispatcher/record/ knows tables. Ask for it by a port (Recorder, Outbox, Timers, Leases, Views).',
      severity: 'error',
      from: { pathNot: ['^(dispatcher/record|entities)/', ROOT] },
      to: { path: ['^entities/', '^node_modules/(typeorm|pg|mysql2)/'] },
    },
    {
      name: 'record-behind-its-ports',
      comment: 'Take a Recorder, Outbox, Timers, Leases or Views (dispatcher/ports.ts); main.ts hands them in.',
      severity: 'error',
      from: { pathNot: ['^dispatcher/record/', ROOT] },
      to: { path: '^dispatcher/record/' },
    },
    {
      name: 'entities-know-rows-only',
      comment: 'entities/ are rows, migrations and the way to the database. Behaviour goes to dispatcher/record/.',
      severity: 'error',
      from: { path: '^entities/', pathNot: TEST },
      to: {
        path: '^(bot|dispatcher|workers|console|config|scripts)/',
        pathNot: [VOCABULARY, '^config/(secret|env)\\.ts$'],
      },
    },

    // The queue and the libraries: each in one place.
    home(
      'bullmq-in-one-file',
      'Only workers/queues.ts knows BullMQ. Add what you need to what it gives.',
      'bullmq',
      '^workers/queues\\.ts$',
    ),
    home(
      'redis-at-the-edges',
      'Redis is the queue’s. Ask workers/queues.ts.',
      'ioredis',
      '^workers/queues\\.ts$|^scripts/|^test/',
    ),
    home(
      'wecom-sdk-at-home',
      'Only bot/wecom/ knows WeCom. Speak in Outbound and Inbound.',
      '@wecom/.*|axios',
      '^bot/wecom/|^test/',
    ),
    home(
      'grammy-at-home',
      'Only bot/telegram/ knows Telegram. Speak in Outbound and Inbound.',
      'grammy|@grammyjs/.*',
      '^bot/telegram/|^test/',
    ),
    home(
      'http-at-home',
      'Only console/ serves HTTP. Hand it what it shall show.',
      'hono|@hono/.*|prom-client',
      '^console/|^test/',
    ),
    home('cron-at-home', 'The calendar’s turns are made in workers/.', 'node-cron', '^workers/'),

    // The channels.
    {
      name: 'adapters-are-strangers',
      comment: 'What two adapters share belongs in bot/ beside them, in nobody’s words.',
      severity: 'error',
      from: { path: '^bot/(wecom|telegram|playground)/' },
      to: { path: '^bot/(wecom|telegram|playground)/', pathNot: '^bot/$1/' },
    },
    {
      name: 'bot-knows-only-its-vocabulary',
      comment: 'bot/ speaks gateway.ts. What it has to call is handed in as a function or as a port.',
      severity: 'error',
      from: { path: '^bot/', pathNot: TEST },
      to: { path: '^(dispatcher|workers|entities|console|config|scripts|test)/' },
    },
    {
      name: 'inside-knows-only-the-gateway',
      comment: 'Take a Gateway (bot/gateway.ts); main.ts makes the adapters.',
      severity: 'error',
      from: { path: '^(dispatcher|workers|entities|console|config)/', pathNot: TEST },
      to: { path: '^bot/', pathNot: '^bot/gateway\\.ts$' },
    },

    // The edges.
    {
      name: 'workers-call-handlers',
      comment: 'workers/ run what was decided: call handle-*.ts or a port. Words are read and made by the dispatcher.',
      severity: 'error',
      from: { path: '^workers/', pathNot: TEST },
      to: { path: '^(dispatcher/(understand|say)|console|scripts)/' },
    },
    {
      name: 'console-is-handed-everything',
      comment: 'console/ shows what console/deps.ts asks for; main.ts hands it in.',
      severity: 'error',
      from: { path: '^console/', pathNot: TEST },
      to: { path: '^(bot|dispatcher|workers|entities|config|scripts)/', pathNot: VOCABULARY },
    },
    {
      name: 'config-is-a-leaf',
      comment:
        'config/ imports nothing of ours: its types are structural. Its tests may compare them with the vocabulary.',
      severity: 'error',
      from: { path: '^config/' },
      to: {
        path: '^(bot|dispatcher|workers|entities|console|scripts|test|main)',
        pathNot: '^dispatcher/(model|policy)\\.ts$',
      },
    },
    {
      name: 'config-is-a-leaf-outside-tests-too',
      comment: 'config/ imports nothing of ours, not even a type.',
      severity: 'error',
      from: { path: '^config/', pathNot: TEST },
      to: { path: '^dispatcher/' },
    },
    {
      name: 'settings-come-as-arguments',
      comment:
        'Only main.ts and the scripts read settings. Take what you need as an argument; Secret alone is everybody’s.',
      severity: 'error',
      from: { pathNot: ['^config/', ROOT] },
      to: { path: '^config/', pathNot: '^config/(secret|env)\\.ts$' },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main.ts puts the parts together and is nobody’s part. Move what you need out of it.',
      severity: 'error',
      from: {},
      to: { path: '^main\\.ts$' },
    },
    {
      name: 'no-test-code-in-production',
      comment: 'Fakes and tests stay in test/ and beside their files. Move what is of use to everybody out of there.',
      severity: 'error',
      from: { pathNot: [TEST, '^scripts/', '/testing/'] },
      to: { path: [TEST, '/testing/', '^scripts/'] },
    },

    // Everywhere.
    {
      name: 'no-circular',
      comment: 'A cycle has no order to read it in. Put what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file. Use it or delete it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(^|/)[^/]+\\.config\\.(js|ts)$',
          '\\.d\\.ts$',
          '^scripts/',
          '^\\.dependency-cruiser',
          '^console/web/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The file or package is not there. Correct the path, or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-in-production',
      comment: 'This package is in devDependencies, and the image has only dependencies. Move it, or do without.',
      severity: 'error',
      from: { path: '^(main\\.ts|bot|dispatcher|workers|entities|config|console)', pathNot: [TEST, '/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-packages-by-chance',
      comment: 'This package is there only because another one brings it. Name it in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/\\.|dist|data|coverage)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
