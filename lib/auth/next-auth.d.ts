import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    sessionVersion: number;
    sessionId: string;
    /** Why the provider's word does not let in. */
    refusal?: string;
  }
  interface Session {
    userId?: string;
    sessionVersion?: number;
    sessionId?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    userId?: string;
    sessionVersion?: number;
    sessionId?: string;
  }
}
