/** The headers that every answer carries. Pure: the address of the desk comes in. */

const COMMON = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), display-capture=(self), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

export function securityHeaders(appUrl: string): Record<string, string> {
  const isHttps = appUrl.startsWith("https://");
  return isHttps ? { ...COMMON, "strict-transport-security": "max-age=31536000; includeSubDomains" } : COMMON;
}

/**
 * @param scriptSources what scripts may come from, e.g. a nonce or hashes
 * @param connectSources where scripts may send to besides this desk
 */
export function contentSecurityPolicy({ scriptSources, connectSources = [], isHttps, isDevelopment = false }: {
  scriptSources: string[];
  connectSources?: string[];
  isHttps: boolean;
  isDevelopment?: boolean;
}): string {
  // React's development build explains errors with eval, and the development server styles with inline sheets; neither happens in production.
  const scripts = isDevelopment ? [...scriptSources, "'unsafe-eval'"] : scriptSources;
  const styles = isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"];
  const directives = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectSources].join(" "),
    "manifest-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
