/** Which lib may import which: the edge list of the house. Levels fall out of it; a new edge is a decision, made here. */
export const EDGES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  territory: ['platform', 'kernel'],
  policy: ['platform', 'kernel'],
  identity: ['territory', 'platform', 'kernel'],
  workers: ['identity', 'territory', 'policy', 'platform', 'kernel'],
  agencies: ['identity', 'territory', 'policy', 'platform', 'kernel'],
  notices: ['identity', 'territory', 'policy', 'platform', 'kernel'],
  casework: ['workers', 'agencies', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  overstay: ['casework', 'workers', 'agencies', 'notices', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  training: ['casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  placement: ['casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  crosscheck: ['casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  papers: ['casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  outreach: ['casework', 'workers', 'agencies', 'notices', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  loans: ['casework', 'workers', 'agencies', 'notices', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  settlement: ['casework', 'workers', 'agencies', 'notices', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  support: ['casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  documents: ['training', 'casework', 'workers', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  imports: ['loans', 'overstay', 'casework', 'workers', 'agencies', 'identity', 'territory', 'policy', 'platform', 'kernel'],
  reporting: [
    'documents',
    'loans',
    'settlement',
    'support',
    'overstay',
    'outreach',
    'casework',
    'workers',
    'agencies',
    'notices',
    'identity',
    'territory',
    'policy',
    'platform',
    'kernel',
  ],
};

/** Packages that only some folders may touch: what is technical stays at the edge. */
export const PACKAGE_HOMES: readonly { readonly packages: RegExp; readonly allowed: RegExp; readonly why: string }[] = [
  {
    packages: /^typeorm$/,
    allowed: /^(libs\/[a-z]+\/src\/persistence\/|libs\/platform\/src\/|migrations\/|test\/|apps\/cli\/src\/)/,
    why: 'TypeORM belongs to persistence/, platform and migrations',
  },
  {
    packages: /^(bullmq|@nestjs\/bullmq|ioredis)$/,
    allowed: /^(libs\/platform\/src\/|apps\/jobs\/|test\/)/,
    why: 'queues belong to platform and apps/jobs: everybody else writes an outbox row',
  },
  {
    packages: /^web-push$/,
    allowed: /^libs\/platform\/src\/push\//,
    why: 'pushes leave through platform/push only',
  },
  {
    packages: /^docx$/,
    allowed: /^libs\/documents\/src\//,
    why: 'Word files are written by documents only',
  },
  {
    packages: /^(sharp|aws4fetch)$/,
    allowed: /^(libs\/platform\/src\/files\/|test\/)/,
    why: 'files are decoded and stored through platform/files only',
  },
  {
    packages: /^nodemailer$/,
    allowed: /^(libs\/platform\/src\/mail\/|test\/)/,
    why: 'mail leaves through platform/mail only',
  },
  {
    packages: /^(@nestjs\/platform-fastify|fastify|@fastify\/.*|@nestjs\/swagger)$/,
    allowed: /^(apps\/api\/|apps\/cli\/|test\/)/,
    why: 'HTTP belongs to apps/api',
  },
  {
    packages: /^(pg|pg-copy-streams)$/,
    allowed: /^(libs\/[a-z]+\/src\/persistence\/|libs\/platform\/src\/|migrations\/|apps\/local\/|apps\/cli\/src\/|test\/)/,
    why: 'SQL connections belong to persistence/ and platform',
  },
];

/** Words that say nothing: a name made of one of them hides what the thing is. */
export const BANNED_WORDS = ['common', 'shared', 'util', 'utils', 'helper', 'helpers', 'manager', 'base', 'data', 'info', 'misc'] as const;
