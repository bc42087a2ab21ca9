import dotenv from 'dotenv';

dotenv.config();

const { env } = process;

export class ConfigError extends Error {}

export function loadConfig() {
  return {
    server: {
      host: env.HOST ?? '127.0.0.1',
      port: parseInt(env.PORT) || 3000,
      trustProxy: Boolean(env.TRUST_PROXY),
    },
    database: { url: env.DATABASE_URL },
    session: { secret: env.SESSION_SECRET },
    log: { level: env.LOG_LEVEL ?? 'info', sampleRate: Number(env.SAMPLE_RATE) || 1 },
  };
}
