import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { holdSecret } from "@/lib/secrets/held-secrets";
import { holdSecretSchema } from "@/lib/secrets/schema";

/** Keeps what was sealed in a text that is not sent yet, encrypted; for the desk's composers too. */
export const POST = jsonRoute({ name: "portal.hold-secret", actor: "person", input: holdSecretSchema, run: holdSecret });
