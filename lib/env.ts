import { z } from "zod";

/**
 * The environment, parsed once. A wrong value names itself and says what to do.
 * `.env.example` explains each variable; scripts/bootstrap.mjs fills in what can be generated.
 */

const KNOWN_SECRETS = ["secret", "changeme", "change-me", "password", "development", "nextauth_secret"];

const port = z.coerce.number("must be a number from 1 to 65535").int().min(1).max(65535);

export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z
    .string("is missing: start through `npm start`, which brings its own PostgreSQL, or set it to a PostgreSQL 15+ server")
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be a full address such as https://soporte.example.com" })
    .transform((url) => url.replace(/\/+$/, "")),
  APP_SECRET: z
    .string("is missing: `npm start` generates one and keeps it in the data directory")
    .min(32, "is too short: use at least 32 random characters, e.g. `openssl rand -base64 48`")
    .refine((secret) => !isKnownSecret(secret), "is a well-known value: use random characters, e.g. `openssl rand -base64 48`"),
  APP_LOCALE: z.enum(["es-MX"]).default("es-MX"),
  APP_VERSION: z.string().default("0.0.0"),
  PORT: port.default(3000),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = z.output<typeof envSchema>;

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** @throws EnvironmentError naming every variable that is wrong, and what to do. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty value in an env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new EnvironmentError(`The environment is not usable:\n${lines.join("\n")}\nSee .env.example.`);
}

let parsed: Env | undefined;

/** The environment of this process; parsed at the first use and at start (instrumentation.ts). */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

function isKnownSecret(secret: string): boolean {
  const bare = secret.trim().toLowerCase();
  const rest = KNOWN_SECRETS.reduce((text, known) => text.replaceAll(known, ""), bare).replace(/[^a-z0-9]/g, "");
  return new Set(bare).size < 8 || rest.length < 8;
}
