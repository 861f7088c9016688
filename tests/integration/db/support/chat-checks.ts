import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { carla } from "@/tests/support/cast";

const CARLA = `'${carla.userId}'`;

function talk(changes: Record<string, string> = {}): string {
  return insert("conversation", { customer_id: ANA, start_key: UUID, started_at: "now()", last_customer_at: "now()", ...changes });
}

const A_TALK = "(SELECT id FROM conversation ORDER BY started_at DESC LIMIT 1)";

function message(changes: Record<string, string>): string {
  return insert("conversation_message", { conversation_id: A_TALK, seq: "1", author_id: ANA, is_staff: "false", client_message_id: UUID, body: "'Hola'", created_at: "now()", ...changes });
}

function availability(changes: Record<string, string>): string {
  return insert("chat_availability", { user_id: CARLA, is_available: "true", most_at_once: "3", idle_since: "now()", seen_at: "now()", updated_at: "now()", ...changes });
}

function canned(changes: Record<string, string>): string {
  return insert("canned_answer", { title: "'Saludo'", body: "'Hola'", updated_at: "now()", ...changes });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const CHAT_CHECKS: Record<string, string[]> = {
  conversation_waiting: [talk({ agent_id: CARLA, assigned_at: "now()" })],
  conversation_active: [talk({ state: "'active'" })],
  conversation_assigned: [talk({ state: "'active'", agent_id: CARLA })],
  conversation_closed: [talk({ state: "'closed'" })],
  conversation_closed_by: [talk({ state: "'closed'", closed_at: "now()", closed_why: "'customer'" })],
  conversation_read: [talk({ customer_read_seq: "1" })],
  conversation_last_seq: [talk({ last_seq: "-1", customer_read_seq: "-1", agent_read_seq: "-1" })],
  conversation_message_seq: [talk(), message({ seq: "0" })],
  conversation_message_body: [talk(), message({ body: "repeat('a', 5001)" })],
  conversation_message_text: [talk(), message({ author_id: "NULL" })],
  conversation_hand_over_note: [talk(), insert("conversation_hand_over", { conversation_id: A_TALK, from_id: CARLA, to_id: CARLA, note: "repeat('a', 2001)", at: "now()" })],
  chat_availability_most: [availability({ most_at_once: "11" })],
  chat_settings_is_one: [insert("chat_settings", { id: "2", silence_minutes: "15" })],
  chat_settings_silence: ["UPDATE chat_settings SET silence_minutes = 1"],
  canned_answer_title: [canned({ title: "''" })],
  canned_answer_body: [canned({ body: "''" })],
  conduct_case_of_one: [insert("conduct_case", { about_id: ANA, opened_at: "now()" })],
};

/** The same for what must be unique. */
export const CHAT_KEYS: Record<string, string[]> = {
  conversation_one_live: [talk(), talk()],
  conversation_begun_once: [talk({ start_key: ANA, state: "'closed'", closed_at: "now()", closed_why: "'silence'" }), talk({ start_key: ANA })],
  conversation_message_in_order: [talk(), message({}), message({})],
  conversation_message_once: [talk(), message({ client_message_id: ANA }), message({ client_message_id: ANA, seq: "2" })],
  canned_answer_by_title: [canned({}), canned({ title: "'SALUDO'" })],
};
