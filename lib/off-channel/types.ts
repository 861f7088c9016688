export const OFF_CHANNELS = ["phone", "whatsapp", "chat_app", "social_network", "sms", "email", "in_person"] as const;
export type OffChannel = (typeof OFF_CHANNELS)[number];

/** What somebody of the desk noted for a customer; no request until the customer confirms it. Instants are ISO texts. */
export type NotedView = {
  id: string;
  channel: OffChannel;
  agentName: string;
  customer: { id: string; name: string; organizationName: string | null };
  department: { id: string; name: string };
  product: { id: string; name: string } | null;
  subject: string;
  body: string;
  /** Under which its ticket is opened. */
  submissionKey: string;
  createdAt: string;
  expiresAt: string;
};

export type CustomerHit = { id: string; name: string; email: string; organizationName: string | null };

/** Whom something is noted for, and what it may be about. */
export type NoteTarget = CustomerHit & { products: { id: string; name: string }[] };

export type NotePage = { items: NotedView[]; nextCursor: string | null };
