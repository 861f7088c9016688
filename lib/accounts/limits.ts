import "server-only";
import { countWithin, type Limit } from "@/lib/auth/limits";
import type { Db } from "@/lib/db/client";

const QUARTER_HOUR = 15 * 60;
/** As many as wrong passwords at sign-in: from one network address, about one mail address. */
const BY_PAIR: Limit = { name: "account-pair", points: 5, seconds: QUARTER_HOUR };
/** Whoever it is that asks: nobody's inbox is filled from many networks. */
const BY_ADDRESS: Limit = { name: "account-address", points: 10, seconds: QUARTER_HOUR };
const BY_NETWORK: Limit = { name: "account-network", points: 30, seconds: QUARTER_HOUR };
/** Mails that one person has written to others. */
const BY_INVITER: Limit = { name: "account-inviter", points: 40, seconds: 60 * 60 };
/** Other addresses that one person asks for. */
const BY_CHANGER: Limit = { name: "account-changer", points: 5, seconds: 60 * 60 };
/** Passwords tried on one link. */
const BY_LINK: Limit = { name: "account-link", points: 10, seconds: QUARTER_HOUR };

/** Counts one more mail that somebody asks for, whether the address is anybody's or not. @returns whether it may go */
export async function mayAskForMail(db: Db, { address, network }: { address: string; network: string }): Promise<boolean> {
  const counted = await Promise.all([countWithin(db, BY_PAIR, `${address}|${network}`), countWithin(db, BY_ADDRESS, address), countWithin(db, BY_NETWORK, network)]);
  return !counted.includes(false);
}

/** Counts one more invitation, of whoever invites and about the address that it goes to. */
export async function mayInvite(db: Db, { userId, address }: { userId: string; address: string }): Promise<boolean> {
  const counted = await Promise.all([countWithin(db, BY_INVITER, userId), countWithin(db, BY_ADDRESS, address)]);
  return !counted.includes(false);
}

/** Counts one more change of address, of whoever asks and about the address that is to be theirs. */
export async function mayAskForChange(db: Db, { userId, address }: { userId: string; address: string }): Promise<boolean> {
  const counted = await Promise.all([countWithin(db, BY_CHANGER, userId), countWithin(db, BY_ADDRESS, address)]);
  return !counted.includes(false);
}

export function mayTryPassword(db: Db, linkId: string): Promise<boolean> {
  return countWithin(db, BY_LINK, linkId);
}
