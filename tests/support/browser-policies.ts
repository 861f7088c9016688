import { queryDatabase } from "@/tests/support/browser-database";

/** Somebody of the test's own who has written here before: nothing is asked of them with a ticket. */
export async function acceptEverything(email: string): Promise<void> {
  await queryDatabase(
    `INSERT INTO policy_acceptance (user_id, version_id, sha256, accepted_at, browser)
     SELECT u.id, v.id, v.sha256, now(), 'Prueba' FROM app_user u, policy_version v JOIN policy_page p ON p.id = v.policy_id
     WHERE u.email = $1 AND p.requires_acceptance AND v.published_at IS NOT NULL`,
    [email],
  );
}
