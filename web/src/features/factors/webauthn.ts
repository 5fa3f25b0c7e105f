/** The browser's passkeys, asked and answered in the plain form that the API speaks. */

type Options = Record<string, unknown>;
export type Answered = Record<string, unknown>;

/** The person closed the browser's question, or nothing on this device could answer it. */
export class NotAnswered extends Error {
  constructor(cause: unknown) {
    super("The passkey wasn't used.", { cause });
    this.name = "NotAnswered";
  }
}

/** Whether this browser can use passkeys here: it must know them, and the page must have come safely. */
export function canUsePasskeys(): boolean {
  return "PublicKeyCredential" in globalThis && globalThis.isSecureContext;
}

/** Makes a passkey on this device, or on one nearby. */
export async function make(options: Options): Promise<Answered> {
  const plain = options as { challenge: string; user: { id: string; name: string; displayName: string }; excludeCredentials?: Named[] };
  const publicKey = {
    ...plain,
    challenge: bytes(plain.challenge),
    user: { ...plain.user, id: bytes(plain.user.id) },
    excludeCredentials: (plain.excludeCredentials ?? []).map(named),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = await answer(() => navigator.credentials.create({ publicKey }));
  const response = made.response as AuthenticatorAttestationResponse;
  return told(made, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports(),
  });
}

/** Signs with a passkey. */
export async function sign(options: Options): Promise<Answered> {
  const plain = options as { challenge: string; allowCredentials?: Named[] };
  const publicKey = {
    ...plain,
    challenge: bytes(plain.challenge),
    allowCredentials: (plain.allowCredentials ?? []).map(named),
  } as unknown as PublicKeyCredentialRequestOptions;
  const signed = await answer(() => navigator.credentials.get({ publicKey }));
  const response = signed.response as AuthenticatorAssertionResponse;
  return told(signed, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : undefined,
  });
}

type Named = { id: string; type: string };

function named(one: Named) {
  return { ...one, id: bytes(one.id) };
}

async function answer(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await ask().catch((error: unknown) => {
    throw new NotAnswered(error);
  });
  if (!(given instanceof PublicKeyCredential)) throw new NotAnswered(given);
  return given;
}

function told(one: PublicKeyCredential, response: Record<string, unknown>): Answered {
  return { id: one.id, rawId: text(one.rawId), type: one.type, response };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
