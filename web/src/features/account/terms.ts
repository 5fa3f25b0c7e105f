/** The version of what `TermsPage` says. It rises with every change of the words, here and in accounts/consents.py. */
export const TERMS_VERSION = "2026-11-26";
