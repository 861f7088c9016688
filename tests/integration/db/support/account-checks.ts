import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS } from "@/tests/support/cast";

function signUp(changes: Record<string, string> = {}): string {
  return insert("sign_up", { email: "'nueva@acme.example'", name: "'N'", password_hash: "'h'", created_at: "now()", ...changes });
}

function link(changes: Record<string, string> = {}): string {
  return insert("account_link", { purpose: "'password'", address: "'ana@acme.example'", user_id: ANA, seed: "'s'", token_hash: `${UUID}::text`, created_at: "now()", expires_at: "now()", ...changes });
}

function invitation(changes: Record<string, string> = {}): string {
  return insert("invitation", { organization_id: `'${ORGANIZATIONS.acme.id}'`, email: "'nueva@acme.example'", name: "'N'", role: "'member'", invited_by: ANA, created_at: "now()", sent_at: "now()", expires_at: "now() + interval '1 day'", ...changes });
}

function change(changes: Record<string, string> = {}): string {
  return insert("address_change", { user_id: ANA, old_address: "'ana@acme.example'", new_address: "'ana@otro.example'", created_at: "now()", expires_at: "now()", ...changes });
}

const WAITING = { state: "'waiting'", confirmed_at: "now()" };
const OF_SIGN_UP = { purpose: "'sign_up'", address: "'nueva@acme.example'", user_id: "NULL", sign_up_id: "(SELECT id FROM sign_up LIMIT 1)" };

const OF_INVITATION = { purpose: "'invitation'", address: "'nueva@acme.example'", user_id: "NULL", invitation_id: "(SELECT id FROM invitation LIMIT 1)" };

const OF_CHANGE = { purpose: "'address_new'", address: "'ana@otro.example'", user_id: "NULL", address_change_id: "(SELECT id FROM address_change LIMIT 1)" };

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const ACCOUNT_CHECKS: Record<string, string[]> = {
  sign_up_email: [signUp({ email: "'Nueva@acme.example'" })],
  sign_up_name: [signUp({ name: "''" })],
  sign_up_confirmed: [signUp({ ...WAITING, confirmed_at: "NULL" })],
  sign_up_decided: [signUp({ ...WAITING, decided_at: "now()" })],
  sign_up_approved: [signUp({ ...WAITING, user_id: ANA })],
  sign_up_password: [signUp({ ...WAITING, issuer: "'https://id.example'", subject: "'s'" })],
  sign_up_provider: [signUp({ ...WAITING, password_hash: "NULL", subject: "'s'" })],
  invitation_email: [invitation({ email: "'Nueva@acme.example'" })],
  invitation_name: [invitation({ name: "''" })],
  invitation_closed: [invitation({ closed_at: "now()" })],
  invitation_accepted: [invitation({ user_id: ANA })],
  invitation_withdrawn: [invitation({ withdrawn_by: ANA })],
  invitation_lasts: [invitation({ expires_at: "now()" })],
  address_change_addresses: [change({ new_address: "'ana@acme.example'" })],
  address_change_closed: [change({ closed_at: "now()" })],
  address_change_both: [change({ state: "'done'", closed_at: "now()", old_allowed_at: "now()" })],
  account_link_address: [link({ address: "'Ana@acme.example'" })],
  account_link_about: [link({ user_id: "NULL" })],
  mail_message_reader: [insert("mail_message", { kind: "'account'", message_key: UUID, next_attempt_at: "now()", created_at: "now()" })],
};

/** Statements of which the last breaks a key. */
export const ACCOUNT_KEYS: Record<string, string[]> = {
  sign_up_one_waiting: [signUp(WAITING), signUp(WAITING)],
  invitation_one_open: [invitation(), invitation()],
  account_link_one_invitation: [invitation(), link(OF_INVITATION), link(OF_INVITATION)],
  address_change_one_open: [change(), change()],
  account_link_one_address: [change(), link(OF_CHANGE), link(OF_CHANGE)],
  account_link_token_hash_key: [link({ token_hash: "'h'" }), link({ token_hash: "'h'", used_at: "now()" })],
  account_link_one_password: [link(), link()],
  account_link_one_sign_up: [signUp(), link(OF_SIGN_UP), link(OF_SIGN_UP)],
};
