import { randomUUID } from "node:crypto";
import { queryDatabase } from "@/tests/support/browser-database";

/** Somebody new beside a person of the demonstration, who accepted what that one did: nobody else writes in their drafts. @returns the address to sign in with */
export async function newcomer(like: string, name: string): Promise<string> {
  const email = `prueba-${randomUUID().slice(0, 8)}@${like.split("@")[1]}`;
  await queryDatabase(
    `INSERT INTO app_user (email, name, role, organization_id, organization_role, password_hash)
     SELECT $1, $3, role, organization_id, CASE WHEN organization_id IS NULL THEN NULL ELSE 'member'::organization_role END, password_hash FROM app_user WHERE email = $2`,
    [email, like, name],
  );
  await queryDatabase(
    `INSERT INTO policy_acceptance (user_id, version_id, sha256, accepted_at, browser)
     SELECT n.id, a.version_id, a.sha256, now(), 'Prueba' FROM policy_acceptance a JOIN app_user u ON u.id = a.user_id JOIN app_user n ON n.email = $1 WHERE u.email = $2`,
    [email, like],
  );
  return email;
}
