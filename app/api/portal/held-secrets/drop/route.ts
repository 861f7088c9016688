import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { dropSecret } from "@/lib/secrets/held-secrets";
import { dropSecretSchema } from "@/lib/secrets/schema";

/** What was sealed is in the text again. */
export const POST = jsonRoute({ name: "portal.drop-secret", actor: "person", input: dropSecretSchema, run: dropSecret });
