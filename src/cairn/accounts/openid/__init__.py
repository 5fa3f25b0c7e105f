"""Signing in with Google and Microsoft: OpenID Connect, with PKCE, state and nonce."""
