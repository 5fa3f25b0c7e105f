"""The machinery every feature stands on. It knows no feature's word."""
