/** What somebody is told of their ways in by mail, whatever they chose to hear of; each is a text that the operator may write. */
export const SECURITY_TEMPLATES = ["newdevice", "factorsetup", "factorremoved", "factorreset", "recoveryused", "identitylinked"] as const;
export type SecurityTemplate = (typeof SECURITY_TEMPLATES)[number];

/** What a text may name beside who reads it and their security page. */
export const SECURITY_VARIABLES = {
  newdevice: ["dispositivo", "red", "momento"],
  factorsetup: [],
  factorremoved: [],
  factorreset: ["quien"],
  recoveryused: ["restantes"],
  identitylinked: ["proveedor"],
} as const satisfies Record<SecurityTemplate, readonly string[]>;

/** What a mail of each needs to be told. */
export type SecurityFacts<T extends SecurityTemplate> = Record<(typeof SECURITY_VARIABLES)[T][number], string>;
