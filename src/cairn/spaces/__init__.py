"""Spaces (tenants), who belongs to them, and who may see whose things."""
